import type { EntityRow } from '../../shared/model/entities.ts'
import type { Paper } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { Remembered } from '../remembered.ts'
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

const remembered = new Remembered<readonly EntityRow<'signOff'>[]>()

/**
 * The same for a whole engagement, remembered while a store is open until an entry of its journal speaks of a sign-off: thousands
 * are asked for with every look at the gates. What verifies a journal reads the rows themselves.
 * @returns rows that several callers share, and nobody changes
 */
export function knownSignOffRows(reader: Reader, engagementId: string): readonly EntityRow<'signOff'>[] {
  const spokenOf = reader.one(
    `SELECT count(*) AS times, max(position) AS last FROM journal_target
     WHERE engagement_id = @engagementId AND entity = 'signOff'`,
    { engagementId },
  )
  return remembered.get(reader, engagementId, JSON.stringify(spokenOf), () => signOffRows(reader, engagementId))
}
