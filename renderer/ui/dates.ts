/** @returns an instant as it was on its writer's clock, to the minute: `2026-11-23 14:02` */
export function instantWords(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}
