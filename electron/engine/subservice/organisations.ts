import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadOrganisation, loadReport } from './load.ts'

/** @throws DomainError `engagement.not_found`, `subservice.not_found`, `subservice.has_controls` */
export function saveOrganisation(
  { engagementId, organisationId, ...given }: CheckedParamsOf<'subservice.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'subservice.save'>> {
  loadEngagement(reader, engagementId)
  const before = organisationId === undefined ? null : loadOrganisation(reader, organisationId, engagementId)
  if (before !== null && given.method === 'carve_out') requireNoControls(reader, before)
  const fields = { ...given, note: given.note ?? null }
  const id = before?.id ?? newId()
  return {
    engagementId,
    changes:
      before === null
        ? create('subserviceOrganisation', id, fields)
        : update('subserviceOrganisation', id, differingFields(before, fields)),
    answer: () => ({ organisationId: id }),
  }
}

/** @throws DomainError `subservice.not_found`, `subservice.has_complementary`, `subservice.has_controls` */
export function removeOrganisation(
  { organisationId, reason }: CheckedParamsOf<'subservice.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'subservice.remove'>> {
  const before = loadOrganisation(reader, organisationId)
  const { engagementId, name } = before
  const resting = reader.list('complementaryControl', { organisationId })
  if (resting.length > 0) {
    throw new DomainError('subservice.has_complementary', { name, refs: resting.map(({ ref }) => ref).join(', ') })
  }
  requireNoControls(reader, before)
  const reports = reader.list('subserviceReport', { organisationId })
  return {
    engagementId,
    changes: [
      ...reports.flatMap(({ id }) => hide('subserviceReport', id)),
      ...update('subserviceOrganisation', organisationId, { removedBecause: reason }),
      ...hide('subserviceOrganisation', organisationId),
    ],
    answer: () => ({}),
  }
}

/**
 * @throws DomainError `subservice.not_found`, `subservice.report_not_found`, `subservice.period_or_date`,
 *   `period.end_before_start`, `subservice.bridge_before_end`
 */
export function saveReport(
  { organisationId, reportId, ...given }: CheckedParamsOf<'subservice.saveReport'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'subservice.saveReport'>> {
  const { engagementId } = loadOrganisation(reader, organisationId)
  const before = reportId === undefined ? null : loadReport(reader, reportId, organisationId)
  const { title, opinion, ...rest } = given
  const fields = { title, opinion, organisationId, ...orNull(rest) }
  checkDays(fields)
  const id = before?.id ?? newId()
  return {
    engagementId,
    changes:
      before === null
        ? create('subserviceReport', id, fields)
        : update('subserviceReport', id, differingFields(before, fields)),
    answer: () => ({ reportId: id }),
  }
}

/** @throws DomainError `subservice.report_not_found` */
export function removeReport(
  { reportId }: CheckedParamsOf<'subservice.removeReport'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'subservice.removeReport'>> {
  const { engagementId } = loadReport(reader, reportId)
  return { engagementId, changes: hide('subserviceReport', reportId), answer: () => ({}) }
}

/** @throws DomainError `subservice.has_controls`: controls of the matrix would be those of nobody */
function requireNoControls(reader: Reader, { id, name }: EntityRow<'subserviceOrganisation'>): void {
  const own = reader.list('control', { organisationId: id }, 'ref')
  if (own.length > 0) {
    throw new DomainError('subservice.has_controls', { name, refs: own.map(({ ref }) => ref).join(', ') })
  }
}

type OptionalFacts = Omit<CheckedParamsOf<'subservice.saveReport'>, 'organisationId' | 'reportId' | 'title' | 'opinion'>

/** A fact that was left out or emptied is not known. */
const orNull = (facts: OptionalFacts) => ({
  auditor: facts.auditor || null,
  periodStart: facts.periodStart ?? null,
  periodEnd: facts.periodEnd ?? null,
  asOf: facts.asOf ?? null,
  exceptions: facts.exceptions ?? null,
  cuecsConsidered: facts.cuecsConsidered ?? null,
  bridgeUntil: facts.bridgeUntil ?? null,
})

/** A report is of a whole period or of one date, and a bridge letter goes on from its end. */
function checkDays({ periodStart, periodEnd, asOf, bridgeUntil }: ReturnType<typeof orNull>): void {
  const isOfPeriod = periodStart !== null && periodEnd !== null && asOf === null
  const isAsOf = periodStart === null && periodEnd === null && asOf !== null
  if (!isOfPeriod && !isAsOf) throw new DomainError('subservice.period_or_date')
  if (isOfPeriod && periodEnd < periodStart) {
    throw new DomainError('period.end_before_start', { start: periodStart, end: periodEnd })
  }
  const end = periodEnd ?? asOf ?? ''
  if (bridgeUntil !== null && bridgeUntil < end) {
    throw new DomainError('subservice.bridge_before_end', { until: bridgeUntil, end })
  }
}
