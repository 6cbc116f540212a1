import {
  attributeRows,
  procedureRows,
  type ProcedureRow,
  type TestedVersion,
  testedVersions,
  warningAnswers,
} from '../../../db/procedure.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Attribute, Procedure } from '../../../shared/contract/procedure.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { wordingsWithin } from '../../../shared/sample/wordingsWithin.ts'
import { fillPlaceholders } from '../../../shared/procedure/placeholders.ts'
import { procedureWarnings, type TestedControl } from '../../../shared/procedure/warnings.ts'
import { loadEngagement } from '../engagement.ts'
import { periodOf } from '../sample/period.ts'
import { allNamedPapers, papersOneByOne } from './namedPapers.ts'
import { placeholderValues } from './placeholderValues.ts'

type WithAttributes = ProcedureRow & { attributes: Attribute[] }

/** @returns the procedures of an engagement, or of one control, with their counts and warnings */
export function describeProcedures(reader: Reader, engagementId: string, controlId: string | null): Procedure[] {
  const filter = { engagementId, controlId: controlId ?? undefined }
  const attributes = Map.groupBy(attributeRows(reader, filter), ({ procedureId }) => procedureId)
  const procedures = procedureRows(reader, filter).map((row) => ({
    ...row,
    attributes: (attributes.get(row.procedureId) ?? []).map(({ letter, text, expected }) => ({
      letter,
      text,
      expected,
    })),
  }))
  const versions = Map.groupBy(testedVersions(reader, engagementId, controlId), (version) => version.controlId)
  const engagement = loadEngagement(reader, engagementId)
  const beside = Map.groupBy(procedures, (procedure) => procedure.controlId)
  const answers = new Map(warningAnswers(reader, filter).map((row) => [`${row.procedureId}:${row.code}`, row]))
  const papers = controlId === null ? allNamedPapers(reader, engagementId) : papersOneByOne(reader)
  const valuesFor = placeholderValues(reader, engagement, papers)
  return procedures.map(({ performedOn, performedBy, finding, ...procedure }) => {
    const { controlId: id, sampleId } = procedure
    const { filled, open } = fillPlaceholders(procedure.text, valuesFor(id, sampleId))
    const control = testedControl(engagement, versions.get(id) ?? [], beside.get(id) ?? [])
    return {
      ...procedure,
      filledText: filled,
      openPlaceholders: open,
      performed: performedOn === null ? null : { on: performedOn, by: performedBy ?? '', finding: finding ?? '' },
      warnings: procedureWarnings(procedure, control).map((warning) => {
        const { reason, by, at } = answers.get(`${procedure.procedureId}:${warning.code}`) ?? {}
        return {
          ...warning,
          answer: reason === undefined || by === undefined || at === undefined ? null : { reason, by, at },
        }
      }),
    }
  })
}

/** @returns one procedure with its counts, and the warnings that it gets beside the others of its control */
export function describeProcedure(reader: Reader, { id, engagementId, controlId }: EntityRow<'procedure'>): Procedure {
  const found = describeProcedures(reader, engagementId, controlId).find(({ procedureId }) => procedureId === id)
  if (found === undefined) throw new DomainError('procedure.not_found', { procedureId: id })
  return found
}

function testedControl(
  engagement: EntityRow<'engagement'>,
  versions: TestedVersion[],
  procedures: WithAttributes[],
): TestedControl {
  return {
    reportType: engagement.reportType,
    type: versions.at(-1)?.type ?? 'manual',
    versions: wordingsWithin(
      versions.map(({ effectiveOn }) => effectiveOn),
      periodOf(engagement),
    ).length,
    procedures,
  }
}
