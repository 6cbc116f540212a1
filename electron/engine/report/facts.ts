import { allVersions } from '../../../db/control.ts'
import { conclusionRows } from '../../../db/conclusion.ts'
import { mappedControls } from '../../../db/criterion.ts'
import { deviationRows, type DeviationRow, undescribedCells } from '../../../db/deviation.ts'
import type { AttributeCounts } from '../../../db/report.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Procedure } from '../../../shared/contract/procedure.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { opinionParts } from '../../../shared/opinion/decision.ts'
import { commitmentsOnce, type OpinionPapers, viewCriteria } from '../../../shared/opinion/papers.ts'
import { fillPlaceholders } from '../../../shared/procedure/placeholders.ts'
import type {
  ReportControl,
  ReportDeviation,
  ReportFacts,
  ReportOrganisation,
  ReportPart,
  ReportProcedure,
} from '../../../shared/report/facts.ts'
import type { ReportSettings } from '../../../shared/report/settings.ts'
import { wordingsWithin } from '../../../shared/sample/wordingsWithin.ts'
import { criteriaInScope } from '../catalogue.ts'
import { setAsideCriteria } from '../criterion/applicable.ts'
import { describeSections } from '../description/sections.ts'
import { loadEngagement, scopeDays } from '../engagement.ts'
import { datesOf } from '../lock/dates.ts'
import { loadPapers } from '../opinion/papers.ts'
import { describeProcedures } from '../procedure/describe.ts'
import { allNamedPapers } from '../procedure/namedPapers.ts'
import { placeholderValues } from '../procedure/placeholderValues.ts'
import { periodOf } from '../sample/period.ts'
import { describeCommitments } from '../scope/commitments.ts'
import { describeComplementary, describeOrganisations } from '../subservice/describe.ts'
import { latestSettings } from './settings.ts'

/**
 * @param counts what the test sheets of the engagement came to
 * @returns everything that the report of an engagement is made of
 * @throws DomainError `engagement.not_found`
 */
export function loadReportFacts(reader: Reader, engagementId: string, counts: readonly AttributeCounts[]): ReportFacts {
  const engagement = loadEngagement(reader, engagementId)
  const settings = latestSettings(reader)
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  return {
    client: engagement.client,
    system: engagement.system,
    reportType: engagement.reportType,
    scope: scopeDays(engagement),
    categories: engagement.categories,
    reportOn: datesOf(reader, engagementId).reportOn,
    settings,
    parts: decidedParts(loadPapers(reader, engagementId)),
    basis: engagement.opinionBasis,
    criteria: criteriaInScope(engagement.categories).map(({ criterionId, title }) => ({
      criterionId,
      title,
      controls: (mapped.get(criterionId) ?? []).map(({ ref }) => ref),
    })),
    controls: reportControls(reader, engagement, settings, counts),
    organisations: organisationsOf(reader, engagementId),
    cuecs: describeComplementary(reader, engagementId, 'cuec').map(({ ref, text, criteria }) => ({
      ref,
      text,
      criteria,
    })),
    assertion: latestAssertion(reader, engagementId),
    description: describeSections(reader, engagementId).map(({ title, content }) => ({ heading: title, content })),
    commitments: describeCommitments(reader, engagementId).map(({ text }) => text),
    notApplicable: [...setAsideCriteria(reader, engagementId)].map(([criterionId, reason]) => ({
      criterionId,
      reason,
    })),
  }
}

function decidedParts(papers: OpinionPapers): ReportPart[] {
  return opinionParts(papers.reportType).map((part) => {
    const decided = papers.decided.find((each) => each.part === part)
    const criteria = part === 'description' ? [] : viewCriteria(papers, part)
    return {
      part,
      form: decided?.form ?? null,
      reasoning: decided?.reasoning ?? '',
      failing: criteria.filter(isFailed).map(({ criterionId, title, controls }) => {
        const own = controls.filter((control) => control.outcome === 'not_effective' || control.designFailed)
        return {
          criterionId,
          title,
          controls: own.map(({ ref }) => ref),
          conditions: own.flatMap(({ deviations }) => deviations.map(({ condition }) => condition)),
        }
      }),
      broken: commitmentsOnce(criteria)
        .filter(({ commitment }) => isFailed(commitment))
        .map(({ commitment: { ref, text }, criteria: standing }) => ({
          ref,
          text,
          criteria: standing.map(({ criterionId }) => criterionId),
        })),
    }
  })
}

const isFailed = ({ outcome }: { outcome: string | null }) => outcome === 'not_effective'

function reportControls(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
  settings: ReportSettings,
  counts: readonly AttributeCounts[],
): ReportControl[] {
  const { id } = engagement
  const versions = Map.groupBy(allVersions(reader, id), ({ controlId }) => controlId)
  const criteria = Map.groupBy(mappedControls(reader, id), ({ controlId }) => controlId)
  const conclusions = new Map(
    conclusionRows(reader, id)
      .filter(({ targetEntity, aspect }) => targetEntity === 'control' && aspect === 'operation')
      .map((row) => [row.targetId, row]),
  )
  const procedures = Map.groupBy(reportProcedures(reader, engagement, settings, counts), ({ controlId }) => controlId)
  const loose = Map.groupBy(
    deviationRows(reader, id, null).filter(({ procedureId }) => procedureId === null),
    ({ controlId }) => controlId,
  )
  const organisations = new Map(
    reader.list('subserviceOrganisation', { engagementId: id }).map((each) => [each.id, each.name]),
  )
  return reader.list('control', { engagementId: id }, 'ref').map((control) => {
    const concluded = conclusions.get(control.id)
    return {
      controlId: control.id,
      ref: control.ref,
      title: control.title,
      organisation: control.organisationId === null ? null : (organisations.get(control.organisationId) ?? null),
      wordings: wordingsOf(versions.get(control.id) ?? [], engagement),
      criteria: (criteria.get(control.id) ?? []).map(({ criterionId }) => criterionId),
      operation: concluded?.outcome ?? null,
      confirmation: concluded?.confirmation ?? null,
      procedures: procedures.get(control.id) ?? [],
      otherDeviations: (loose.get(control.id) ?? []).map(reportDeviation),
    }
  })
}

/** Wordings in force within the period, or on the date; the first of them was so from its beginning where it is older. */
function wordingsOf(
  versions: readonly { effectiveOn: string; description: string }[],
  engagement: EntityRow<'engagement'>,
): ReportControl['wordings'] {
  const period = periodOf(engagement)
  const days = wordingsWithin(
    versions.map(({ effectiveOn }) => effectiveOn),
    period ?? { start: engagement.asOf ?? '', end: engagement.asOf ?? '' },
  )
  return versions
    .filter(({ effectiveOn }) => days.includes(effectiveOn))
    .map(({ effectiveOn, description }) => ({
      from: period !== null && effectiveOn > period.start ? effectiveOn : null,
      text: description,
    }))
}

function reportProcedures(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
  settings: ReportSettings,
  counts: readonly AttributeCounts[],
): (ReportProcedure & { controlId: string })[] {
  const { id } = engagement
  const counted = Map.groupBy(counts, ({ procedureId }) => procedureId)
  const found = Map.groupBy(deviationRows(reader, id, null), ({ procedureId }) => procedureId)
  const undescribed = Map.groupBy(undescribedCells(reader, id, null), ({ procedureId }) => procedureId)
  const papers = allNamedPapers(reader, id)
  const words = procedureWords(placeholderValues(reader, engagement, papers), settings)
  return describeProcedures(reader, id, null).map((procedure) => {
    const { procedureId, controlId, nature, aspect, sampleId } = procedure
    const deviations = found.get(procedureId) ?? []
    return {
      procedureId,
      controlId,
      nature,
      aspect,
      text: words(procedure, deviations.length > 0 || procedure.deviations > 0),
      sample: (sampleId === null ? undefined : papers.sample(sampleId)) ?? null,
      attributes: (counted.get(procedureId) ?? []).map(({ procedureId: _of, controlRef: _ref, ...count }) => count),
      performed: procedure.performed !== null || procedure.resultsRecorded > 0,
      deviations: deviations.map(reportDeviation),
      undescribed: undescribed.get(procedureId)?.length ?? 0,
    }
  })
}

/** A text names the size of its sample only where the firm discloses it, or a deviation asks for it. */
function procedureWords(valuesFor: ReturnType<typeof placeholderValues>, { sampleSizes }: ReportSettings) {
  return ({ text, controlId, sampleId }: Procedure, deviates: boolean): string => {
    const values = valuesFor(controlId, sampleId)
    const isTold = sampleSizes === 'always' || deviates
    const size = isTold || sampleId === null ? values['sample size'] : 'selected'
    return fillPlaceholders(text, { ...values, 'sample size': size }).filled
  }
}

const reportDeviation = ({ ref, attribute, condition, managementResponse }: DeviationRow): ReportDeviation => ({
  ref,
  attribute,
  condition,
  managementResponse: (managementResponse ?? '').trim() === '' ? null : managementResponse,
})

function organisationsOf(reader: Reader, engagementId: string): ReportOrganisation[] {
  const csocs = describeComplementary(reader, engagementId, 'csoc')
  return describeOrganisations(reader, engagementId).map(({ organisationId, name, service, method, controls }) => ({
    name,
    service,
    method,
    controls: controls.map(({ ref }) => ref),
    csocs: csocs
      .filter((csoc) => csoc.organisationId === organisationId)
      .map(({ ref, text, criteria }) => ({ ref, text, criteria })),
  }))
}

/** Of several assertions the one with the latest date is the one that counts. */
function latestAssertion(reader: Reader, engagementId: string): ReportFacts['assertion'] {
  const found = reader.list('letter', { engagementId, kind: 'assertion' }, 'datedOn').at(-1)
  return found === undefined ? null : { text: found.text, datedOn: found.datedOn, signedBy: found.signedBy }
}
