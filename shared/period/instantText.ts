/**
 * @returns an instant as files and paper say it: on its writer's clock to the minute, with what that clock was off UTC, such as
 *   `2026-11-23 14:02 +01:00`
 */
export function instantText(instant: string): string {
  const zone = /[+-]\d\d:\d\d$/.exec(instant)?.[0] ?? 'UTC'
  return `${instant.slice(0, 16).replace('T', ' ')} ${zone}`
}
