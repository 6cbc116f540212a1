import type { EntityRow } from '../../shared/model/entities.ts'
import type { Paper } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { type Cell, columnsOf, toEntityRow } from '../table.ts'

/**
 * @returns the sign-offs of an engagement, or of one paper, in the order of the journal: a clock that was set back does not
 *   make one earlier
 */
export function signOffRows(reader: Reader, engagementId: string, paper?: Paper): EntityRow<'signOff'>[] {
  const ofPaper = paper === undefined ? '' : 'AND target_entity = @entity AND target_id = @id'
  return reader
    .all<Record<string, Cell>>(
      `SELECT ${columnsOf('signOff')} FROM sign_off WHERE engagement_id = @engagementId AND deleted = 0 ${ofPaper}
       ORDER BY (SELECT max(hlc) FROM field_version WHERE engagement_id = @engagementId AND entity = 'signOff'
         AND entity_id = sign_off.id AND field = 'signature'), id`,
      { engagementId, ...paper },
    )
    .map((row) => toEntityRow<EntityRow<'signOff'>>('signOff', row))
}

/** Sign-offs as they were read, and where the journal last spoke of any. */
type Remembered = { spokenOf: string; rows: readonly EntityRow<'signOff'>[] }

const remembered = new WeakMap<Reader, Map<string, Remembered>>()

/**
 * The same for a whole engagement, remembered while a store is open until an entry of its journal speaks of a sign-off: thousands
 * are asked for with every look at the gates. That is sound as it is for the hashes of papers (`../paper/hashes.ts`); what
 * verifies a journal reads the rows themselves.
 * @returns rows that several callers share, and nobody changes
 */
export function knownSignOffRows(reader: Reader, engagementId: string): readonly EntityRow<'signOff'>[] {
  const ofStore = remembered.get(reader) ?? new Map<string, Remembered>()
  remembered.set(reader, ofStore)
  const spokenOf = JSON.stringify(
    reader.one(
      `SELECT count(*) AS times, max(position) AS last FROM journal_target
       WHERE engagement_id = @engagementId AND entity = 'signOff'`,
      { engagementId },
    ),
  )
  const known = ofStore.get(engagementId)
  if (known?.spokenOf === spokenOf) return known.rows
  const rows = signOffRows(reader, engagementId)
  ofStore.set(engagementId, { spokenOf, rows })
  return rows
}
