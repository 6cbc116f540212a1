import { canonical } from '../../shared/journal/entry.ts'
import { plainFields, type State } from '../../shared/journal/fold.ts'
import { deletedField, type EntityName, entities } from '../../shared/model/entities.ts'
import type { Reader } from '../reader.ts'
import { type Cell, columnsOf, fieldsOf, quoted, toEntityRow } from '../table.ts'

/** The first row that is not what the journal says. */
export type BadRow = { entity: EntityName; id: string; field?: string; problem: string }

/** How many rows agree so far, and the first that does not. */
export type Comparison = { rows: number; bad: BadRow | null }

type Row = Record<string, unknown>

/**
 * Compares the tables with the fold of the journal in slices, and says after each how far it came; it ends with the first row
 * that disagrees. Other work may run in between, as long as what it wrote is folded into `state` before the next slice.
 */
export function* compareRows(
  reader: Reader,
  engagementId: string,
  state: State,
  size: number,
): IterableIterator<Comparison> {
  let rows = 0
  for (const entity of Object.keys(entities) as EntityName[]) {
    const seen = new Set<string>()
    for (const slice of rowSlices(reader, entity, engagementId, size)) {
      for (const row of slice) {
        const id = String(row['id'])
        const bad = badRow(entity, id, row, state)
        if (bad !== null) return yield { rows, bad }
        seen.add(id)
        rows += 1
      }
      yield { rows, bad: null }
    }
    for (const id of state.get(entity)?.keys() ?? []) {
      if (seen.has(id)) continue
      const bad = badRow(entity, id, rowOf(reader, entity, { engagementId, id }), state)
      if (bad !== null) return yield { rows, bad }
      rows += 1
    }
  }
  yield { rows, bad: null }
}

function badRow(entity: EntityName, id: string, row: Row | undefined, state: State): BadRow | null {
  const fields = state.get(entity)?.get(id)
  if (row === undefined) return { entity, id, problem: 'The row is missing.' }
  if (fields === undefined) return { entity, id, problem: 'The row is in no entry of the journal.' }
  const field = differingField(entity, row, plainFields(fields))
  return field === undefined ? null : { entity, id, field, problem: 'The row does not hold what the journal says.' }
}

/** The rows that are there now, in the order in which they were added: whoever adds more meanwhile does not keep this from ending. */
function* rowSlices(reader: Reader, entity: EntityName, engagementId: string, size: number): IterableIterator<Row[]> {
  const end = reader.count(`SELECT max(rowid) AS n FROM ${quoted(entity)} WHERE engagement_id = @engagementId`, {
    engagementId,
  })
  const sql = `${selectOf(entity)} WHERE engagement_id = @engagementId AND rowid > @after AND rowid <= @end
    ORDER BY rowid LIMIT ${size}`
  let after = 0
  while (true) {
    const slice = reader.all<Record<string, Cell> & { rowid: number }>(sql, { engagementId, after, end })
    const last = slice.at(-1)
    if (last === undefined) return
    yield slice.map((row) => toEntityRow<Row>(entity, row))
    after = last.rowid
  }
}

function rowOf(reader: Reader, entity: EntityName, place: { engagementId: string; id: string }): Row | undefined {
  const sql = `${selectOf(entity)} WHERE engagement_id = @engagementId AND id = @id`
  const row = reader.one<Record<string, Cell>>(sql, place)
  return row === undefined ? undefined : toEntityRow(entity, row)
}

function selectOf(entity: EntityName): string {
  const table = quoted(entity)
  return `SELECT ${columnsOf(entity)}, ${table}.deleted AS "deleted", ${table}.rowid AS "rowid" FROM ${table}`
}

function differingField(entity: EntityName, row: Row, fields: Record<string, unknown>): string | undefined {
  return Object.keys(fieldsOf(entity)).find(
    (field) => canonical(row[field] ?? null) !== canonical(fields[field] ?? (field === deletedField ? false : null)),
  )
}
