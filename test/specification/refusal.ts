/** What was read is not what it says it is. */
export class Refusal extends Error {}
