/** One wording of a control, from a day on. */
type Version = { effectiveOn: string }

/**
 * The wordings of a control that the next period begins with or sees: the one in force on its first day, from that day on, and
 * those that begin within it. Wordings that ended before are told by the prior period.
 * @param versions of one control, in any order
 */
export function versionsFrom<V extends Version>(versions: readonly V[], firstDay: string, lastDay: string): V[] {
  const inOrder = versions.toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1))
  const inForce = inOrder.findLast(({ effectiveOn }) => effectiveOn <= firstDay) ?? inOrder[0]
  if (inForce === undefined) return []
  const later = inOrder.filter((one) => one !== inForce && one.effectiveOn > firstDay && one.effectiveOn <= lastDay)
  return [{ ...inForce, effectiveOn: firstDay }, ...later]
}
