import { papersOfRow } from '../../../db/paper/papersOfRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { NoteTarget } from '../../../shared/contract/note.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { isPaperKind, type Paper } from '../../../shared/paper/paperForms.ts'
import { cellIds } from '../../../shared/record/cellId.ts'
import { engagementOfTarget } from '../evidence/load.ts'

/** Where a note stands: the paper, and whose it is. */
export type NotePlace = { engagementId: string; paper: Paper }

/**
 * @param on the paper that is meant, where the row is content of several
 * @returns the paper that a row is on: itself, the one that is meant, or the first that it is content of; a cell of a test
 *   sheet need not have a result
 * @throws DomainError `note.target_not_found`
 */
export function placeOf(reader: Reader, { entity, id }: NoteTarget, on?: Paper): NotePlace {
  const row = entity === 'result' ? cellRow(reader, id) : reader.get(entity, id)
  if (row === undefined) throw new DomainError('note.target_not_found', { entity, id })
  const own: Paper[] = isPaperKind(entity) ? [{ entity, id }] : []
  const paper = [...own, ...papersOfRow(reader, entity, row)].find((one) => on === undefined || isSame(one, on))
  if (paper === undefined) throw new DomainError('note.target_not_found', { entity, id })
  return { engagementId: row.engagementId, paper }
}

const isSame = (one: Paper, other: Paper): boolean => one.entity === other.entity && one.id === other.id

function cellRow(reader: Reader, id: string): { id: string; engagementId: string; procedureId: string } {
  try {
    const engagementId = engagementOfTarget(reader, { entity: 'result', id })
    return { id, engagementId, procedureId: cellIds(id).procedureId }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError('note.target_not_found', { entity: 'result', id })
  }
}
