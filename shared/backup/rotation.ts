/** A backup by its name and the calendar day on which it was taken, `2026-11-29`. */
export type TakenBackup = { name: string; takenAt: string }

/** How many are kept: the last one of each of the latest days, and of each of the latest weeks, that have one. */
export type Kept = { daily: number; weekly: number }

/** What is kept where nobody said anything else: a week by days, and a month by weeks. */
export const usuallyKept: Kept = { daily: 7, weekly: 4 }

/**
 * Which backups newer ones have taken the place of (grandfather and father of the usual rotation): the newest always stays, and
 * never more than `daily + weekly`.
 * @param backups in any order; `takenAt` is an instant with the local offset, whose calendar day counts
 * @param written the name of the one that was just taken: it stays also where the clock was set back, as one more
 * @returns the names of those to remove, the oldest last
 */
export function replacedBackups(backups: readonly TakenBackup[], { daily, weekly }: Kept, written?: string): string[] {
  const latestFirst = backups.toSorted(
    (one, other) => Date.parse(other.takenAt) - Date.parse(one.takenAt) || other.name.localeCompare(one.name),
  )
  const stays = new Set([
    ...latestOfEach(latestFirst, dayOf).slice(0, daily),
    ...latestOfEach(latestFirst, weekOf).slice(0, weekly),
  ])
  return latestFirst.filter(({ name }) => name !== written && !stays.has(name)).map(({ name }) => name)
}

/** @returns whether a backup is to be taken: none of this day yet, and something written since the last one */
export function isDue(
  latest: { takenAt: string; entries: number } | undefined,
  now: { at: string; entries: number },
): boolean {
  if (latest === undefined) return true
  return dayOf(latest.takenAt) !== dayOf(now.at) && latest.entries !== now.entries
}

function latestOfEach(latestFirst: readonly TakenBackup[], partOf: (at: string) => string): string[] {
  const seen = new Map<string, string>()
  for (const { name, takenAt } of latestFirst) if (!seen.has(partOf(takenAt))) seen.set(partOf(takenAt), name)
  return [...seen.values()]
}

function dayOf(at: string): string {
  return at.slice(0, 10)
}

/** @returns the Monday of the calendar week (ISO 8601) of an instant's local day */
function weekOf(at: string): string {
  const day = new Date(`${dayOf(at)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
