import type { EntityName } from '../shared/model/entities.ts'
import { deletedField, entities } from '../shared/model/entities.ts'
import type { Field, FieldKind } from '../shared/model/field.ts'
import type { JsonValue } from '../shared/journal/change.ts'

/** A value as SQLite holds it. */
export type Cell = string | number | null

/** @returns the table's or column's name for an entity or a field: `sampleItem` → `sample_item` */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Names as SQL writes them: each is asked for with every row that is written. There are as many as the model has. */
const knownNames = new Map<string, string>()

/** @returns a name of the model as SQL writes it; some fields are named like SQL's own words (`by`) */
export function quoted(name: string): string {
  const known = knownNames.get(name) ?? `"${snakeCase(name)}"`
  knownNames.set(name, known)
  return known
}

/** The columns of each entity under each name of its table: they are asked for with every row that is looked up. */
const knownColumns = new Map<string, string>()

/** @returns the columns of an entity for a SELECT, each under its field's name */
export function columnsOf(entity: EntityName, table = quoted(entity)): string {
  const key = `${entity} ${table}`
  const known = knownColumns.get(key)
  if (known !== undefined) return known
  const columns = listColumns(entity, table)
  knownColumns.set(key, columns)
  return columns
}

function listColumns(entity: EntityName, table: string): string {
  return ['id', 'engagementId', ...Object.keys(entities[entity])]
    .map((field) => `${table}.${quoted(field)} AS "${field}"`)
    .join(', ')
}

/** @returns the cell for a JSON value of a field */
export function toCell(kind: FieldKind, value: JsonValue): Cell {
  if (value === null) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'boolean') return value === true ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`A ${kind} field cannot hold ${typeof value}`)
}

/** @returns the JSON value of a cell */
export function fromCell(kind: FieldKind, cell: Cell): JsonValue {
  if (cell === null) return null
  if (kind === 'json') return JSON.parse(String(cell)) as JsonValue
  return kind === 'boolean' ? cell === 1 : cell
}

/** @returns an entity's fields by name, the hidden mark among them */
export function fieldsOf(entity: EntityName): Record<string, Field> {
  return { ...entities[entity], [deletedField]: { kind: 'boolean', required: true } }
}

/** @returns a row as selected with {@link columnsOf}, with its JSON and booleans read; the row itself is turned into it */
export function toEntityRow<T>(entity: EntityName, row: Record<string, Cell>): T {
  const read: Record<string, JsonValue> = row
  for (const [name, kind] of readFields(entity)) {
    const cell = row[name]
    if (cell !== undefined) read[name] = fromCell(kind, cell)
  }
  return read as T
}

/** The fields of an entity whose cells are not their values; tens of thousands of rows of one entity are read at once. */
const fieldsToRead = new Map<EntityName, [string, FieldKind][]>()

function readFields(entity: EntityName): [string, FieldKind][] {
  const known = fieldsToRead.get(entity)
  if (known !== undefined) return known
  const fields = Object.entries(fieldsOf(entity)).map(([name, { kind }]): [string, FieldKind] => [name, kind])
  const found = fields.filter(([, kind]) => kind === 'json' || kind === 'boolean')
  fieldsToRead.set(entity, found)
  return found
}
