import { testsByControl } from '../../../db/controlTests.ts'
import { mappedControls } from '../../../db/criterion.ts'
import type { Reader } from '../../../db/reader.ts'
import type {
  ComplementaryControl,
  ComplementaryKind,
  MatrixRow,
  SubserviceOrganisation,
} from '../../../shared/contract/subservice.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import {
  type OurScope,
  reportCoverage,
  subserviceWarnings,
  uncoveredDays,
} from '../../../shared/subservice/coverage.ts'
import { complementaryMatrix } from '../../../shared/subservice/matrix.ts'
import { applicableCriteria } from '../criterion/applicable.ts'
import { loadEngagement, scopeDays } from '../engagement.ts'

/** Monitoring of vendors and business partners. */
const monitoringCriterion = 'CC9.2'

/** @returns the organisations of an engagement by name @throws DomainError `engagement.not_found` */
export function describeOrganisations(reader: Reader, engagementId: string): SubserviceOrganisation[] {
  const ours = scopeDays(loadEngagement(reader, engagementId))
  const organisations = reader.list('subserviceOrganisation', { engagementId }, 'name')
  // What every control was tested by is counted over all results: an engagement without any organisation does without.
  if (organisations.length === 0) return []
  const reports = Map.groupBy(
    reader.list('subserviceReport', { engagementId }).toSorted(byLastDay),
    ({ organisationId }) => organisationId,
  )
  const csocs = describeComplementary(reader, engagementId, 'csoc')
  const monitoringControls = mappedControls(reader, engagementId).filter(
    ({ criterionId }) => criterionId === monitoringCriterion,
  ).length
  const owned = Map.groupBy(reader.list('control', { engagementId }, 'ref'), ({ organisationId }) => organisationId)
  const tests = testsByControl(reader, engagementId)
  return organisations.map((row) => {
    const own = (reports.get(row.id) ?? []).map((report) => describeReport(report, ours))
    const controls = (owned.get(row.id) ?? []).map(({ id, ref }) => ({
      controlId: id,
      ref,
      tested: (tests.get(id)?.performed ?? 0) > 0,
    }))
    const facts = { ...row, reports: own, monitoringControls, csocs: ownedBy(csocs, row.id), controls }
    return {
      organisationId: row.id,
      name: row.name,
      service: row.service,
      method: row.method,
      assertionObtained: row.assertionObtained,
      representationObtained: row.representationObtained,
      note: row.note,
      controls,
      reports: own,
      uncoveredDays: uncoveredDays(own, ours),
      warnings: subserviceWarnings(facts, ours),
    }
  })
}

/**
 * @returns complementary controls, those of users first, each kind by its number; own controls that were removed since no
 *   longer rest on them
 * @throws DomainError `engagement.not_found`
 */
export function describeComplementary(
  reader: Reader,
  engagementId: string,
  kind?: ComplementaryKind,
): ComplementaryControl[] {
  loadEngagement(reader, engagementId)
  const standing = new Set(reader.list('control', { engagementId }).map(({ id }) => id))
  return reader
    .list('complementaryControl', kind === undefined ? { engagementId } : { engagementId, kind })
    .map(({ id, engagementId: _of, ...control }) => ({
      complementaryId: id,
      ...control,
      controlIds: control.controlIds.filter((controlId) => standing.has(controlId)),
    }))
    .toSorted((one, other) => byKindThenNumber(one, other))
}

/** @returns what each criterion in scope rests on @throws DomainError `engagement.not_found` */
export function describeMatrix(reader: Reader, engagementId: string): MatrixRow[] {
  const engagement = loadEngagement(reader, engagementId)
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  const organisations = describeOrganisations(reader, engagementId)
  const owners = new Map(
    organisations.flatMap(({ name, controls }) => controls.map(({ controlId }) => [controlId, name])),
  )
  const criteria = applicableCriteria(reader, engagement).map(({ criterionId, title }) => ({
    criterionId,
    title,
    controls: (mapped.get(criterionId) ?? []).map(({ controlId, ref }) => ({
      controlId,
      ref,
      organisation: owners.get(controlId) ?? null,
    })),
  }))
  return complementaryMatrix(criteria, describeComplementary(reader, engagementId), organisations)
}

function describeReport(report: EntityRow<'subserviceReport'>, ours: OurScope) {
  const { id, engagementId: _of, ...facts } = report
  return { reportId: id, ...facts, coverage: reportCoverage(report, ours) }
}

const ownedBy = (csocs: readonly ComplementaryControl[], id: string) =>
  csocs.filter(({ organisationId }) => organisationId === id).length

/** Latest first. */
function byLastDay(one: EntityRow<'subserviceReport'>, other: EntityRow<'subserviceReport'>): number {
  const lastDay = ({ periodEnd, asOf }: EntityRow<'subserviceReport'>) => periodEnd ?? asOf ?? ''
  return lastDay(other).localeCompare(lastDay(one))
}

function byKindThenNumber(one: ComplementaryControl, other: ComplementaryControl): number {
  const number = ({ ref }: ComplementaryControl) => Number(ref.slice(ref.indexOf('-') + 1))
  return one.kind === other.kind ? number(one) - number(other) : one.kind === 'cuec' ? -1 : 1
}
