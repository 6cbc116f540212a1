import { withWords } from '../../shared/record/token.ts'
import type { SearchEntity } from '../../shared/search/searchKinds.ts'
import { kindNames } from '../../shared/search/searchKinds.ts'
import type { Statements } from '../statements.ts'
import { documentSelect, type DocumentRow } from './documentSelects.ts'
import { facetOf } from './facets.ts'

/** Brings documents of one kind to what the tables say; those that are hidden or gone leave the index. */
export function writeDocuments(statements: Statements, entity: SearchEntity, ids: readonly string[]): void {
  const rows = statements.prepare(documentSelect(entity)).all(JSON.stringify(ids)) as DocumentRow[]
  const shown = new Set(rows.map(({ id }) => id))
  for (const id of ids) if (!shown.has(id)) removeDocument(statements, entity, id)
  const words = new Names(statements)
  for (const row of rows) writeDocument(statements, entity, row, words)
}

function removeDocument(statements: Statements, entity: SearchEntity, id: string): void {
  const number = numberOf(statements, entity, id)
  if (number === undefined) return
  statements.prepare('DELETE FROM search_text WHERE rowid = ?').run(number)
  statements.prepare('DELETE FROM search_document WHERE number = ?').run(number)
}

function numberOf(statements: Statements, entity: SearchEntity, id: string): number | undefined {
  const found = statements
    .prepare('SELECT number FROM search_document WHERE entity = ? AND entity_id = ?')
    .get(entity, id) as { number: number } | undefined
  return found?.number
}

function writeDocument(statements: Statements, entity: SearchEntity, row: DocumentRow, names: Names): void {
  const { id, engagementId, ref, within, sha256 } = row
  const [title, body] = [plain(row.title), plain(row.body ?? '')]
  const before = numberOf(statements, entity, id)
  if (before !== undefined) statements.prepare('DELETE FROM search_text WHERE rowid = ?').run(before)
  const { number } = statements
    .prepare(
      `INSERT INTO search_document (number, engagement_id, entity, entity_id, ref, title, within, sha256, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET ref = excluded.ref, title = excluded.title, within = excluded.within,
         sha256 = excluded.sha256, body = excluded.body
       RETURNING number`,
    )
    .get(before ?? null, engagementId, entity, id, ref, title, within, sha256, body) as { number: number }
  const text = sha256 === null ? body : `${body}\n${fileText(statements, sha256)}`
  statements
    .prepare('INSERT INTO search_text (rowid, ref, title, body, facets) VALUES (?, ?, ?, ?, ?)')
    .run(number, ref, title, text, facetsOf(entity, row, names).join(' '))
}

/** What a text points at is found where it is, and not in the text. */
const plain = (text: string): string => withWords(text, () => '…')

function fileText(statements: Statements, sha256: string): string {
  const found = statements.prepare('SELECT text FROM search_file_text WHERE sha256 = ?').get(sha256) as
    | { text: string }
    | undefined
  return found?.text ?? ''
}

const kindOf = new Map(Object.entries(kindNames).map(([name, entity]) => [entity, name]))

function facetsOf(entity: SearchEntity, row: DocumentRow, names: Names): string[] {
  const controls = split(row.controlIds).map((id) => names.control(id))
  const criteria = [...split(row.criterionIds), ...controls.flatMap(({ criteria: mapped }) => mapped)]
  const ending = entity === 'evidence' ? /\.([^.]{1,10})$/.exec(row.ref)?.[1] : undefined
  return [
    facetOf('any', ''),
    facetOf('engagement', row.engagementId),
    facetOf('kind', kindOf.get(entity) ?? entity),
    ...controls.flatMap(({ ref }) => (ref === null ? [] : [facetOf('control', ref)])),
    // Whoever thinks in criteria asks for the controls of one in the same way.
    ...[...new Set(criteria)].flatMap((id) => [facetOf('criterion', id), facetOf('control', id)]),
    ...(row.outcome === null ? [] : [facetOf('outcome', row.outcome)]),
    ...(row.status === null ? [] : [facetOf('status', row.status)]),
    ...(row.by === null ? [] : names.person(row.engagementId, row.by).map((name) => facetOf('by', name))),
    ...(ending === undefined ? [] : [facetOf('type', ending)]),
  ]
}

const split = (ids: string | null): string[] => (ids === null || ids === '' ? [] : ids.split(','))

/** What controls and people are called, each asked for once in a slice of documents. */
class Names {
  readonly #statements: Statements
  readonly #controls = new Map<string, { ref: string | null; criteria: string[] }>()
  readonly #people = new Map<string, string[]>()

  constructor(statements: Statements) {
    this.#statements = statements
  }

  control(id: string): { ref: string | null; criteria: string[] } {
    const known = this.#controls.get(id)
    if (known !== undefined) return known
    const control = this.#statements.prepare('SELECT ref FROM control WHERE id = ?').get(id) as
      | { ref: string }
      | undefined
    const criteria = this.#statements
      .prepare('SELECT criterion_id AS id FROM control_criterion WHERE control_id = ? AND mapped = 1 AND deleted = 0')
      .all(id) as { id: string }[]
    const found = { ref: control?.ref ?? null, criteria: criteria.map((each) => each.id) }
    this.#controls.set(id, found)
    return found
  }

  /** @returns initials and name of a practitioner; somebody else is known by what was written */
  person(engagementId: string, id: string): string[] {
    const key = `${engagementId}:${id}`
    const known = this.#people.get(key)
    if (known !== undefined) return known
    const member = this.#statements.prepare('SELECT initials, name FROM team_member WHERE id = ?').get(key) as
      | { initials: string; name: string }
      | undefined
    const found = member === undefined ? [id] : [member.initials, member.name]
    this.#people.set(key, found)
    return found
  }
}
