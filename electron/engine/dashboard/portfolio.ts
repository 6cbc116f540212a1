import { headsOf } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import { Remembered } from '../../../db/remembered.ts'
import type { PortfolioEntry } from '../../../shared/contract/dashboard.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { periodOf } from '../sample/period.ts'
import { waitsForLookAhead } from '../signOff/lookAhead.ts'
import { dashboardFacts, genuineSignOffs, standingOf } from './facts.ts'

const remembered = new Remembered<PortfolioEntry>()

/**
 * Where all engagements of the store stand. Each is counted anew only after its journal went on, or on another day.
 * @param readOnly leaves out engagements whose signed papers were not read since the store was opened, so that nobody waits for that
 * @returns the engagements in the order of their making, and how many were left out
 */
export function portfolioOf(
  reader: Reader,
  { today, readOnly }: { today: string; readOnly: boolean },
): { engagements: PortfolioEntry[]; unread: number } {
  const all = reader.list('engagement', {}, 'createdAt')
  const asked = readOnly ? all.filter(({ id }) => !waitsForLookAhead(reader, id)) : all
  return { engagements: asked.map((row) => entryOf(reader, row, today)), unread: all.length - asked.length }
}

function entryOf(reader: Reader, row: EntityRow<'engagement'>, today: string): PortfolioEntry {
  const restsOn = JSON.stringify([today, headsOf(reader, row.id)])
  return remembered.get(reader, row.id, restsOn, () => ({
    engagementId: row.id,
    client: row.client,
    period: periodOf(row),
    ...standingOf(dashboardFacts(reader, row, today, genuineSignOffs(reader, row.id))),
  }))
}
