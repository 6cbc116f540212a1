import type { ChangingMethod } from '../../../shared/contract/changeKind.ts'

/** Something that can be done, the screen where it is done, and the methods of the engine that do it. */
export type CommandEntry = { label: string; link: (engagementId: string) => string; does: readonly ChangingMethod[] }
