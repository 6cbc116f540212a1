import type { EntityName } from '../../shared/model/entities.ts'
import { formOf, type Match, type Paper, type PaperForm, type PaperPart } from '../../shared/paper/paperForms.ts'
import type { PaperRow } from '../../shared/paper/paperContent.ts'
import type { Bindings, Reader } from '../reader.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from '../table.ts'

/** Which rows a part of a paper asks for: a condition and the values of its places. */
export type PartCondition = { sql: string; bindings: Bindings }

/**
 * @param root the paper's own row, now or at an earlier moment: what a part is found by may be a field of it
 * @returns the condition under which rows belong to the part, hidden ones among them
 */
export function partCondition(form: PaperForm, { match }: PaperPart, root: PaperRow): PartCondition {
  const bindings: Bindings = {}
  const conditions = Object.entries(match).map(([field, one]) => conditionOf(form, field, one, root, bindings))
  return { sql: conditions.join(' AND '), bindings }
}

function conditionOf(form: PaperForm, field: string, match: Match, root: PaperRow, bindings: Bindings): string {
  const bind = (value: Cell): string => {
    const place = `place${Object.keys(bindings).length}`
    bindings[place] = value
    return `@${place}`
  }
  const column = quoted(field)
  switch (match.is) {
    case 'paper':
      return `${column} = ${bind(root.id)}`
    case 'text':
      return `${column} = ${bind(match.text)}`
    case 'field':
      return `${column} = ${bind(cellOf(root[match.field]))}`
    case 'within': {
      // A range, so that the index on the column finds the rows: `;` is the character after `:`.
      const value = cellOf(root[match.field])
      return `${column} >= ${bind(`${value}:`)} AND ${column} < ${bind(`${value};`)}`
    }
    case 'row': {
      const part = partOf(form, match.entity)
      const inner = Object.entries(part.match).map(([name, one]) => conditionOf(form, name, one, root, bindings))
      return `${column} IN (SELECT id FROM ${quoted(match.entity)} WHERE ${inner.join(' AND ')})`
    }
  }
}

function partOf(form: PaperForm, entity: EntityName): PaperPart {
  const part = form.find((one) => one.entity === entity)
  if (part === undefined) throw new TypeError(`The paper has no part ${entity}`)
  return part
}

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : null)

/** @returns the paper's own row, or `undefined` where there is none or it is hidden */
export function rootOf(reader: Reader, { entity, id }: Paper): PaperRow | undefined {
  return reader.get(entity, id)
}

/** @returns the rows of each part of a paper, without hidden ones */
export function rowsOfParts(
  reader: Reader,
  { entity }: Paper,
  root: PaperRow,
): { part: PaperPart; rows: PaperRow[] }[] {
  const form = formOf(entity)
  const [own, ...parts] = form
  const others = parts.map((part) => {
    const { sql, bindings } = partCondition(form, part, root)
    const select = `SELECT ${columnsOf(part.entity)} FROM ${quoted(part.entity)} WHERE ${sql} AND deleted = 0`
    const found = reader.all<Record<string, Cell>>(select, bindings)
    return { part, rows: found.map((row) => toEntityRow<PaperRow>(part.entity, row)) }
  })
  return [{ part: own, rows: [root] }, ...others]
}
