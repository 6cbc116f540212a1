import type { Reader } from '../../db/reader.ts'
import type { gatesContract, Milestone } from '../../shared/contract/gates.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { gatesOf, milestones } from '../../shared/gates/gates.ts'
import { loadEngagement } from './engagement.ts'
import { openPoints } from './gates/facts.ts'
import type { Handlers } from './handler.ts'
import { datesOf } from './lock/dates.ts'
import { mayLeaveUnread } from './signOff/lookAhead.ts'

export const gates: Handlers<typeof gatesContract> = {
  'engagement.gates': ({ engagementId, readOnly }, { reader, jobs }) =>
    readOnly && mayLeaveUnread(reader, engagementId, jobs)
      ? { unread: true, open: 0, milestones: [] }
      : { unread: false, ...engagementGates(reader, engagementId) },
}

/**
 * @returns what blocks each milestone of an engagement
 * @throws DomainError `engagement.not_found`
 */
export function engagementGates(reader: Reader, engagementId: string): Omit<ResultOf<'engagement.gates'>, 'unread'> {
  const engagement = loadEngagement(reader, engagementId)
  const dates = datesOf(reader, engagementId)
  const blocked = gatesOf(openPoints(reader, engagement, dates))
  const on: Record<Milestone, string | null> = {
    planning: null,
    fieldwork: null,
    report: dates.reportOn ?? dates.plannedReportOn,
    release: dates.releaseOn,
    lock: dates.completionOn,
  }
  return {
    open: milestones.reduce((sum, milestone) => sum + blocked[milestone].length, 0),
    milestones: milestones.map((milestone) => ({ milestone, on: on[milestone], gates: blocked[milestone] })),
  }
}
