import type { Reader } from '../../../db/reader.ts'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { cellIds } from '../../../shared/record/cellId.ts'
import { engagementOfDescriptionPaper } from '../description/assess.ts'

/** @throws DomainError `evidence.not_found` */
export function loadEvidence(reader: Reader, evidenceId: string): EntityRow<'evidence'> {
  const found = reader.get('evidence', evidenceId)
  if (found === undefined) throw new DomainError('evidence.not_found', { evidenceId })
  return found
}

/** @returns the engagement that a paper belongs to @throws DomainError `evidence.target_not_found` */
export function engagementOfTarget(reader: Reader, { entity, id }: EvidenceTarget): string {
  const found = targetOf(reader, entity, id)
  if (found === undefined) throw new DomainError('evidence.target_not_found', { entity, id })
  return found.engagementId
}

function targetOf(reader: Reader, entity: EvidenceTarget['entity'], id: string): { engagementId: string } | undefined {
  if (entity === 'result') return cellOf(reader, id)
  return entity === 'descriptionCriterion' ? engagementOfDescriptionPaper(reader, id) : reader.get(entity, id)
}

/** A cell of a test sheet exists as soon as its procedure, item and attribute do, whatever its outcome. */
function cellOf(reader: Reader, id: string): { engagementId: string } | undefined {
  const { procedureId, sampleItemId, letter } = cellIds(id)
  const procedure = reader.get('procedure', procedureId)
  const item = reader.get('sampleItem', sampleItemId)
  const isOfSheet = item !== undefined && procedure?.sampleId === item.sampleId
  const hasLetter = reader.list('attribute', { procedureId }).some((attribute) => attribute.letter === letter)
  return isOfSheet && hasLetter ? procedure : undefined
}

/** @returns the id of a link: two people who link the same meet in one row when they merge */
export const linkIdOf = (evidenceId: string, { entity, id }: EvidenceTarget): string => `${evidenceId}:${entity}:${id}`
