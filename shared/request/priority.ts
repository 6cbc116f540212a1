import type { RequestPriority } from '../contract/request.ts'

/** A priority in words. */
export const priorityWords: Record<RequestPriority, string> = { high: 'High', medium: 'Medium', low: 'Low' }

/** Priorities, the highest first. */
export const priorities: readonly RequestPriority[] = ['high', 'medium', 'low']

/** @returns less than zero where the first comes before the other; what has no priority comes last */
export const comparePriority = (one: RequestPriority | null, other: RequestPriority | null): number =>
  placeOf(one) - placeOf(other)

const placeOf = (priority: RequestPriority | null): number =>
  priority === null ? priorities.length : priorities.indexOf(priority)

/** Other words of the field's lists for the same, without their case. */
const names: ReadonlyMap<string, RequestPriority> = new Map([
  ['high', 'high'],
  ['urgent', 'high'],
  ['1', 'high'],
  ['medium', 'medium'],
  ['normal', 'medium'],
  ['2', 'medium'],
  ['low', 'low'],
  ['3', 'low'],
])

/** @returns the priority that a cell of a list names; `null` for an empty one, `undefined` for one that names none */
export function priorityOf(cell: string): RequestPriority | null | undefined {
  const name = cell.trim().toLowerCase()
  return name === '' ? null : names.get(name)
}
