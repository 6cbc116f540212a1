import type { FileStanding } from '../../shared/contract/lock.ts'
import type { Milestone } from '../../shared/contract/gates.ts'
import { type Countdown, countdowns } from '../../shared/lock/dates.ts'

export const milestoneWords: Record<Milestone, string> = {
  planning: 'Planning',
  fieldwork: 'Fieldwork',
  report: 'Report date',
  release: 'Release',
  lock: 'Lock',
}

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

/** @returns a countdown in words: `report date in 23 days`, `lock 4 days overdue` */
export function countdownWords({ to, days: left }: Countdown): string {
  const name = to === 'report' ? 'report date' : 'lock'
  if (left === 0) return `${name} today`
  return left > 0 ? `${name} in ${days(left)}` : `${name} ${days(-left)} overdue`
}

/** @returns where a file stands, in a line: its countdowns, or since when it is locked */
export function standingWords(
  { phase, dates, lock, destruction }: Pick<FileStanding, 'phase' | 'dates' | 'lock' | 'destruction'>,
  today: string,
): string {
  if (destruction !== null) return `destroyed on ${destruction.at.slice(0, 10)}`
  if (lock !== null) return `locked on ${lock.at.slice(0, 10)}`
  const counted = countdowns(dates, today).map(countdownWords)
  return phase === 'after_report' ? ['report is dated', ...counted].join(' · ') : counted.join(' · ')
}
