import type { EntityName } from '../../shared/model/entities.ts'
import type { PaperRow } from '../../shared/paper/paperContent.ts'
import {
  formOf,
  type Match,
  type Paper,
  type PaperForm,
  type PaperKind,
  paperKinds,
  type PaperPart,
} from '../../shared/paper/paperForms.ts'
import type { Bindings, Reader } from '../reader.ts'
import { type Cell, quoted } from '../table.ts'

/**
 * @param row of the entity, with its engagement; it may be hidden
 * @returns the papers that a row is content of, such as the procedure on whose sheet a result stands; hidden papers are left out
 */
export function papersOfRow(reader: Reader, entity: EntityName, row: PaperRow): Paper[] {
  return paperKinds.flatMap((kind) => {
    const parts = formOf(kind).filter((part) => part.entity === entity)
    const ids = parts.flatMap((part) => paperIdsOf(reader, kind, part, row))
    return [...new Set(ids)].map((id) => ({ entity: kind, id }))
  })
}

/**
 * @param row the fields that the part is matched by
 * @returns the papers of a kind, without hidden ones, that rows with these fields are content of
 */
export function paperIdsOf(
  reader: Reader,
  kind: PaperKind,
  part: PaperPart,
  row: Readonly<Record<string, unknown>>,
): string[] {
  const form = formOf(kind)
  const bindings: Bindings = {}
  const conditions = ['deleted = 0']
  for (const [field, match] of Object.entries(part.match)) {
    const found = condition(reader, form, match, row[field])
    if (found === null) return []
    if (found === true) continue
    const place = `place${conditions.length}`
    conditions.push(`${quoted(found.column)} = @${place}`)
    bindings[place] = found.value
  }
  return reader
    .all<{ id: string }>(`SELECT id FROM ${quoted(kind)} WHERE ${conditions.join(' AND ')}`, bindings)
    .map(({ id }) => id)
}

/** What a field of the row says of its paper: nothing more (`true`), that it is of no such paper (`null`), or a column's value. */
function condition(
  reader: Reader,
  form: PaperForm,
  match: Match,
  value: unknown,
): true | null | { column: string; value: Cell } {
  if (typeof value !== 'string') return null
  switch (match.is) {
    case 'paper':
      return { column: 'id', value }
    case 'text':
      return match.text === value ? true : null
    case 'field':
      return { column: match.field, value }
    case 'within':
      return { column: match.field, value: value.slice(0, value.indexOf(':')) }
    case 'row':
      return paperOfOther(reader, form, match.entity, value)
  }
}

/** A file supports a report, and the report is one of the organisation's: the paper is found by the report. */
function paperOfOther(
  reader: Reader,
  form: PaperForm,
  entity: EntityName,
  id: string,
): { column: string; value: Cell } | null {
  const part = form.find((one) => one.entity === entity)
  const row: PaperRow | undefined = reader.get(entity, id)
  const field = Object.entries(part?.match ?? {}).find(([, match]) => match.is === 'paper')?.[0]
  const value = field === undefined ? undefined : row?.[field]
  return typeof value === 'string' ? { column: 'id', value } : null
}
