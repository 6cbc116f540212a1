import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { EngagementDates } from '../../../shared/contract/lock.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { completionOn, retentionEndsOn } from '../../../shared/lock/dates.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { compareDates } from '../../../shared/period/plainDate.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { firmDocumentation } from './firmDocumentation.ts'

/**
 * @returns the dates of an engagement, and those that follow from them; days and years are the firm's until the report is dated
 * @throws DomainError `engagement.not_found`
 */
export function datesOf(reader: Reader, engagementId: string): EngagementDates {
  const row = reader.get('engagementDates', engagementId)
  const firm = firmDocumentation(reader)
  const completionDays = row?.completionDays ?? firm.completionDays
  const retentionYears = row?.retentionYears ?? firm.retentionYears
  const { reportOn = null, releaseOn = null, plannedReportOn = null, reason = null } = row ?? {}
  const { periodEnd, asOf } = loadEngagement(reader, engagementId)
  const keptFrom = releaseOn ?? reportOn
  return {
    periodEndOn: periodEnd,
    asOf,
    plannedReportOn,
    reportOn,
    releaseOn,
    completionDays,
    completionOn: reportOn === null ? null : completionOn(reportOn, completionDays),
    retentionYears,
    retentionEndsOn: keptFrom === null ? null : retentionEndsOn(keptFrom, retentionYears),
    reason,
  }
}

/**
 * Dates are facts of the world: they can be recorded whatever is still open. One that stands is changed with a reason.
 * @throws DomainError `engagement.not_found`, `engagement.date_in_future`, `engagement.dates_reversed`,
 *   `engagement.report_not_dated`, `engagement.date_reason_required`
 */
export function setDates(
  { engagementId, reason, ...given }: CheckedParamsOf<'engagement.setDates'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.setDates'>> {
  const engagement = loadEngagement(reader, engagementId)
  const row = reader.get('engagementDates', engagementId)
  const before = {
    plannedReportOn: row?.plannedReportOn ?? null,
    reportOn: row?.reportOn ?? null,
    releaseOn: row?.releaseOn ?? null,
  }
  const { plannedReportOn = before.plannedReportOn, reportOn = before.reportOn, releaseOn = before.releaseOn } = given
  const after = { plannedReportOn, reportOn, releaseOn }
  checkOrder(engagement, after, now.at.slice(0, 10))
  const differing = differingFields(before, after)
  const changesStanding = (['reportOn', 'releaseOn'] as const).some(
    (date) => before[date] !== null && date in differing,
  )
  if (changesStanding && reason === undefined) throw new DomainError('engagement.date_reason_required')
  const isDated = after.reportOn !== null && before.reportOn === null
  const fields = {
    ...differing,
    ...(isDated ? firmDocumentation(reader) : {}),
    ...(reason === undefined ? {} : { reason }),
    by: actor.practitionerId,
    at: now.at,
  }
  const write = row === undefined ? create<'engagementDates'> : update<'engagementDates'>
  return {
    engagementId,
    changes: Object.keys(differing).length === 0 ? [] : write('engagementDates', engagementId, fields),
    answer: () => ({}),
  }
}

type Dates = { plannedReportOn: string | null; reportOn: string | null; releaseOn: string | null }

function checkOrder({ periodEnd, asOf }: EntityRow<'engagement'>, dates: Dates, today: string): void {
  const { plannedReportOn, reportOn, releaseOn } = dates
  const end = periodEnd ?? asOf ?? ''
  const endWords = periodEnd === null ? 'the day that the report is as of' : 'the end of the period'
  for (const date of [reportOn, releaseOn]) {
    if (date !== null && compareDates(date, today) > 0) throw new DomainError('engagement.date_in_future', { date })
  }
  if (releaseOn !== null && reportOn === null) throw new DomainError('engagement.report_not_dated')
  const pairs = [
    { earlier: end, later: plannedReportOn, earlierWords: endWords, laterWords: 'The planned report date' },
    { earlier: end, later: reportOn, earlierWords: endWords, laterWords: 'The report date' },
    { earlier: reportOn ?? '', later: releaseOn, earlierWords: 'the report date', laterWords: 'The release date' },
  ]
  const reversed = pairs.find(({ earlier, later }) => later !== null && later < earlier)
  if (reversed !== undefined) {
    throw new DomainError('engagement.dates_reversed', { earlier: reversed.earlierWords, later: reversed.laterWords })
  }
}
