import { canonical } from '../../shared/journal/entry.ts'
import { plainFields, type State } from '../../shared/journal/fold.ts'
import { deletedField, type EntityName, entities } from '../../shared/model/entities.ts'
import type { Reader } from '../reader.ts'
import { type Cell, columnsOf, fieldsOf, quoted, toEntityRow } from '../table.ts'

/** The first row that is not what the journal says. */
export type BadRow = { entity: EntityName; id: string; field?: string; problem: string }

/** @returns how many rows agree with the fold of the journal, and the first that does not */
export function compareRows(reader: Reader, engagementId: string, state: State): { rows: number; bad: BadRow | null } {
  let rows = 0
  for (const entity of Object.keys(entities) as EntityName[]) {
    const expected = new Map([...(state.get(entity) ?? [])].map(([id, fields]) => [id, plainFields(fields)]))
    for (const row of rowsOf(reader, entity, engagementId)) {
      const id = String(row['id'])
      const fields = expected.get(id)
      if (fields === undefined) return { rows, bad: { entity, id, problem: 'The row is in no entry of the journal.' } }
      const field = differingField(entity, row, fields)
      if (field !== undefined)
        return { rows, bad: { entity, id, field, problem: 'The row does not hold what the journal says.' } }
      expected.delete(id)
      rows += 1
    }
    const [missing] = expected.keys()
    if (missing !== undefined) return { rows, bad: { entity, id: missing, problem: 'The row is missing.' } }
  }
  return { rows, bad: null }
}

function* rowsOf(reader: Reader, entity: EntityName, engagementId: string): IterableIterator<Record<string, unknown>> {
  const table = quoted(entity)
  const sql = `SELECT ${columnsOf(entity)}, ${table}.deleted AS "deleted" FROM ${table} WHERE engagement_id = @engagementId`
  for (const row of reader.each<Record<string, Cell>>(sql, { engagementId })) yield toEntityRow(entity, row)
}

function differingField(
  entity: EntityName,
  row: Record<string, unknown>,
  fields: Record<string, unknown>,
): string | undefined {
  return Object.keys(fieldsOf(entity)).find(
    (field) => canonical(row[field] ?? null) !== canonical(fields[field] ?? (field === deletedField ? false : null)),
  )
}
