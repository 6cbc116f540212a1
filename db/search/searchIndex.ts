import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import type { Change } from '../../shared/journal/change.ts'
import type { TextProblem } from '../../shared/search/textProblem.ts'
import { isSearchEntity, searchEntities } from '../../shared/search/searchKinds.ts'
import type { Connection } from '../sqlite.ts'
import { Statements } from '../statements.ts'
import { quoted } from '../table.ts'
import { touches } from './touched.ts'
import { writeDocuments } from './writeDocuments.ts'

/** What documents are made of, as a number: another one makes all of them anew. */
const currentForm = 2

/** Documents, entries, and bytes of the texts of files that are looked at in one slice, which other work waits for. */
const slice = { documents: 100, entries: 50, bytesOfFiles: 400_000 }

/**
 * The index of the search. It follows the journal: what an entry touched waits in a list of its own until it is written, so
 * that a process that is killed goes on where it was. It is no part of what an auditor sees, and all of it can be made anew.
 */
export class SearchIndex {
  readonly #connection: Connection
  readonly #statements: Statements

  constructor(connection: Connection) {
    this.#connection = connection
    this.#statements = new Statements(connection)
  }

  /** @returns how many documents wait, at least; 0 where the index says what the tables say */
  get waiting(): number {
    return this.#isCurrent() ? this.#pending() + this.#entriesBehind() : 1
  }

  /** Whether anything waits: what waits may be hundreds of thousands, which take their time to be counted. */
  get isBehind(): boolean {
    return !this.#isCurrent() || this.#entriesBehind() > 0 || this.#hasPending()
  }

  /** Does a slice of what waits, in a transaction of its own. @returns the documents that were written */
  step(): number {
    return this.#connection
      .transaction(() => {
        if (!this.#isCurrent()) {
          this.rebuild()
          return 0
        }
        if (this.#entriesBehind() > 0) {
          this.#follow()
          return 0
        }
        return this.#write()
      })
      .immediate()
  }

  /** Empties the index and has every document wait. Texts of files stay, unless they are to be read anew. */
  rebuild(texts: 'keep' | 'readAnew' = 'keep'): void {
    this.#run(`INSERT INTO search_text (search_text) VALUES ('delete-all')`)
    this.#run('DELETE FROM search_document')
    this.#run('DELETE FROM search_pending')
    if (texts === 'readAnew') this.#run('DELETE FROM search_file_text')
    for (const entity of searchEntities) {
      this.#run(`INSERT INTO search_pending SELECT '${entity}', id FROM ${quoted(entity)} WHERE deleted = 0`)
    }
    this.#run(
      `INSERT OR REPLACE INTO search_state ("only", form, position)
       SELECT 1, ?, coalesce(max(position), 0) FROM journal_entry`,
      currentForm,
    )
  }

  /** Files that are shown and can be read, and whose text nobody has looked at. */
  unreadFiles(): { sha256: string; name: string; size: number }[] {
    return this.#statements
      .prepare(
        `SELECT sha256, min(name) AS name, min(size) AS size FROM evidence AS own
         WHERE deleted = 0 AND sha256 NOT IN (SELECT sha256 FROM search_file_text)
           AND sha256 IN (SELECT sha256 FROM evidence_file)
         GROUP BY sha256 ORDER BY sha256`,
      )
      .all() as { sha256: string; name: string; size: number }[]
  }

  /** Keeps the text of a file, or why there is none, and has its documents wait. */
  keepFileText(sha256: string, text: string, problem: TextProblem | null): void {
    this.#connection
      .transaction(() => {
        this.#run(
          'INSERT OR REPLACE INTO search_file_text (sha256, text, problem) VALUES (?, ?, ?)',
          sha256,
          text,
          problem,
        )
        if (text !== '')
          this.#run(`INSERT OR IGNORE INTO search_pending SELECT 'evidence', id FROM evidence WHERE sha256 = ?`, sha256)
      })
      .immediate()
  }

  /** Leaves no word of files that were destroyed. Runs inside the caller's transaction. */
  forgetFiles(sha256s: readonly string[]): void {
    for (const sha256 of sha256s) this.#run('DELETE FROM search_file_text WHERE sha256 = ?', sha256)
    // A document that is taken out leaves its words in the index until parts of it are merged; an empty one has none.
    this.rebuild()
  }

  #isCurrent(): boolean {
    const state = this.#statements.prepare('SELECT form FROM search_state').get() as { form: number } | undefined
    return state?.form === currentForm
  }

  #pending(): number {
    return (this.#statements.prepare('SELECT count(*) AS n FROM search_pending').get() as { n: number }).n
  }

  #hasPending(): boolean {
    return this.#statements.prepare('SELECT 1 FROM search_pending LIMIT 1').get() !== undefined
  }

  #entriesBehind(): number {
    const behind = this.#statements
      .prepare(`SELECT coalesce((SELECT max(position) FROM journal_entry), 0) - position AS n FROM search_state`)
      .get() as { n: number }
    return behind.n
  }

  #follow(): void {
    const entries = this.#statements
      .prepare(
        `SELECT position, body FROM journal_entry WHERE position > (SELECT position FROM search_state)
         ORDER BY position LIMIT ?`,
      )
      .all(slice.entries) as { position: number; body: string }[]
    const changes = entries.flatMap(({ body }) => readEntryBody(body)?.changes ?? [])
    for (const [entity, ofOne] of Map.groupBy(changes, (change) => change.entity)) this.#touch(entity, ofOne)
    this.#run('UPDATE search_state SET position = ?', entries.at(-1)?.position ?? 0)
  }

  #touch(written: string, changes: readonly Change[]): void {
    for (const { on, entity, ids, fields } of touches) {
      if (on !== written) continue
      const meant = fields === undefined ? changes : changes.filter(({ field }) => fields.has(field))
      if (meant.length === 0) continue
      this.#statements
        .prepare(`INSERT OR IGNORE INTO search_pending SELECT '${entity}', touched.* FROM (${ids}) AS touched`)
        .run(JSON.stringify([...new Set(meant.map(({ id }) => id))]))
    }
  }

  #write(): number {
    const rows = this.#nextDocuments()
    for (const [entity, ofOne] of Map.groupBy(rows, (row) => row.entity)) {
      const ids = ofOne.map(({ id }) => id)
      if (isSearchEntity(entity)) writeDocuments(this.#statements, entity, ids)
      for (const id of ids) this.#run('DELETE FROM search_pending WHERE entity = ? AND entity_id = ?', entity, id)
    }
    return rows.length
  }

  /** What is written in one slice: a hundred papers, or a file with a long text. */
  #nextDocuments(): { entity: string; id: string }[] {
    const waiting = this.#statements
      .prepare(
        `SELECT entity, entity_id AS id,
           (SELECT octet_length(own.text) FROM evidence JOIN search_file_text AS own USING (sha256)
            WHERE entity = 'evidence' AND evidence.id = entity_id) AS bytes
         FROM search_pending LIMIT ?`,
      )
      .all(slice.documents) as { entity: string; id: string; bytes: number | null }[]
    let room = slice.bytesOfFiles
    const beyond = waiting.findIndex(({ bytes }, place) => (room -= bytes ?? 0) < 0 && place > 0)
    return beyond === -1 ? waiting : waiting.slice(0, beyond)
  }

  #run(sql: string, ...places: (string | number | null)[]): void {
    this.#statements.prepare(sql).run(...places)
  }
}
