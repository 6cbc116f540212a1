import { conclusionRows } from '../../../db/conclusion.ts'
import { testsByControl } from '../../../db/controlTests.ts'
import { practitionerNames } from '../../../db/practitionerName.ts'
import type { Reader } from '../../../db/reader.ts'
import type { IsoEdition, IsoRequirement } from '../../../shared/contract/iso.ts'
import { isoWarnings } from '../../../shared/iso/warnings.ts'
import { isoCatalogue } from '../catalogue/isoCatalogue.ts'
import { loadEngagement } from '../engagement.ts'
import { wordingOf } from '../wording/wordingOf.ts'
import { isoPaperId } from './load.ts'

type IsoControl = IsoRequirement['controls'][number]

/**
 * The tests of an engagement by clause and control of Annex A. What was concluded for SOC 2 stands beside them to be read; the
 * conclusion here is taken by a person, on this framework alone.
 * @throws DomainError `engagement.not_found`
 */
export function describeIso(reader: Reader, engagementId: string, edition: IsoEdition): IsoRequirement[] {
  loadEngagement(reader, engagementId)
  const controls = controlsByRequirement(reader, engagementId, edition)
  const applicability = new Map(reader.list('isoApplicability', { engagementId, edition }).map((row) => [row.id, row]))
  const conclusions = new Map(reader.list('isoConclusion', { engagementId, edition }).map((row) => [row.id, row]))
  const nameOf = practitionerNames(reader, engagementId)
  const wording = wordingOf(reader, `iso27001-${edition}`)
  return isoCatalogue[edition].map(({ requirementId, kind, title, group, groupTitle }) => {
    const id = isoPaperId(engagementId, edition, requirementId)
    const applies = applicability.get(id)
    const concluded = conclusions.get(id)
    const line = {
      requirementId,
      kind,
      title,
      group,
      groupTitle,
      wording: wording(requirementId),
      controls: controls.get(requirementId) ?? [],
      applicability:
        applies === undefined
          ? null
          : {
              applicable: applies.applicable,
              justification: applies.justification,
              implemented: applies.implemented,
              by: nameOf(applies.by),
              at: applies.at,
            },
      conclusion:
        concluded === undefined
          ? null
          : {
              outcome: concluded.outcome,
              reasoning: concluded.reasoning,
              by: nameOf(concluded.by),
              at: concluded.at,
            },
    }
    return { ...line, warnings: isoWarnings(line) }
  })
}

/** @returns the controls that are mapped to each requirement, by reference, with what their tests found */
export function controlsByRequirement(
  reader: Reader,
  engagementId: string,
  edition: IsoEdition,
): ReadonlyMap<string, IsoControl[]> {
  const concluded = new Map(
    conclusionRows(reader, engagementId)
      .filter(({ targetEntity }) => targetEntity === 'control')
      .map(({ targetId, aspect, outcome }) => [`${targetId}:${aspect}`, outcome]),
  )
  const tests = testsByControl(reader, engagementId)
  const mapped = Map.groupBy(
    reader.list('isoMapping', { engagementId, edition }).filter((mapping) => mapping.mapped),
    ({ controlId }) => controlId,
  )
  const lines = reader.list('control', { engagementId }, 'ref').flatMap(({ id, ref, title }) =>
    (mapped.get(id) ?? []).map(({ requirementId, basis }) => ({
      requirementId,
      control: {
        controlId: id,
        ref,
        title,
        basis,
        ...(tests.get(id) ?? { procedures: 0, performed: 0, deviations: 0 }),
        design: concluded.get(`${id}:design`) ?? null,
        operation: concluded.get(`${id}:operation`) ?? null,
      },
    })),
  )
  return new Map(
    [...Map.groupBy(lines, ({ requirementId }) => requirementId)].map(([requirementId, own]) => [
      requirementId,
      own.map(({ control }) => control),
    ]),
  )
}
