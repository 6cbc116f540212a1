import type { UnsavedText } from '../shared/contract/unsaved.ts'
import type { Connection } from './sqlite.ts'
import type { Reader } from './reader.ts'

/** Sittings of one person that are kept: whoever never looks at them keeps no more than these. */
const mostKept = 10

/** @returns what a practitioner typed and did not save, the latest first */
export function unsavedTexts(reader: Reader, practitionerId: string): UnsavedText[] {
  return reader
    .all<Omit<UnsavedText, 'fields'> & { fields: string }>(
      `SELECT sitting_id AS sittingId, kept_at AS keptAt, place, fields FROM unsaved_text
       WHERE practitioner_id = @practitionerId ORDER BY kept_at DESC, sitting_id`,
      { practitionerId },
    )
    .map(({ fields, ...row }) => ({ ...row, fields: JSON.parse(fields) as UnsavedText['fields'] }))
}

/** Writes and forgets what people typed and did not save. Of this store alone, so it is not journaled. */
export class UnsavedTexts {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Puts what a sitting holds now in the place of what it held. */
  keep(practitionerId: string, { sittingId, keptAt, place, fields }: UnsavedText): void {
    this.#connection
      .prepare(
        'INSERT OR REPLACE INTO unsaved_text (practitioner_id, sitting_id, kept_at, place, fields) VALUES (?, ?, ?, ?, ?)',
      )
      .run(practitionerId, sittingId, keptAt, place, JSON.stringify(fields))
    this.#connection
      .prepare(
        `DELETE FROM unsaved_text WHERE practitioner_id = @practitionerId AND sitting_id NOT IN
         (SELECT sitting_id FROM unsaved_text WHERE practitioner_id = @practitionerId ORDER BY kept_at DESC LIMIT @most)`,
      )
      .run({ practitionerId, most: mostKept })
  }

  drop(practitionerId: string, sittingId: string): void {
    this.#connection
      .prepare('DELETE FROM unsaved_text WHERE practitioner_id = ? AND sitting_id = ?')
      .run(practitionerId, sittingId)
  }
}
