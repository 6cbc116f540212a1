import { papersOfRow } from '../../../db/paper/papersOfRow.ts'
import type { Reader } from '../../../db/reader.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from '../../../db/table.ts'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { isEntityName } from '../../../shared/model/entities.ts'
import type { PaperRow } from '../../../shared/paper/paperContent.ts'
import { isRecordKind, type RecordKey } from '../../../shared/record/record.ts'
import { describeRecords } from '../record/describe.ts'

/** @returns where a row is shown: as a record of its own, else with the paper that it is content of */
export function placeOf(reader: Reader, engagementId: string, entity: string, id: string): Conflict['place'] {
  const key = isRecordKind(entity) ? { kind: entity, id } : paperOf(reader, entity, id)
  if (key === null) return null
  const [described] = describeRecords(reader, engagementId, [key])
  return { ...key, within: described?.within ?? null }
}

function paperOf(reader: Reader, entity: string, id: string): RecordKey | null {
  if (!isEntityName(entity)) return null
  const row = reader.one<Record<string, Cell>>(`SELECT ${columnsOf(entity)} FROM ${quoted(entity)} WHERE id = @id`, {
    id,
  })
  const papers = row === undefined ? [] : papersOfRow(reader, entity, toEntityRow<PaperRow>(entity, row))
  for (const paper of papers) if (isRecordKind(paper.entity)) return { kind: paper.entity, id: paper.id }
  return null
}
