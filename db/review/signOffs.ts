import type { EntityRow } from '../../shared/model/entities.ts'
import type { Paper } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'

/**
 * @returns the sign-offs of an engagement, or of one paper, in the order of the journal: a clock that was set back does not
 *   make one earlier
 */
export function signOffRows(reader: Reader, engagementId: string, paper?: Paper): EntityRow<'signOff'>[] {
  const ofPaper = paper === undefined ? {} : { targetEntity: paper.entity, targetId: paper.id }
  const rows = reader.list('signOff', { engagementId, ...ofPaper })
  const places = new Map(
    reader
      .all<{ id: string }>(
        `SELECT entity_id AS id FROM field_version
         WHERE engagement_id = @engagementId AND entity = 'signOff' AND field = 'signature' ORDER BY hlc`,
        { engagementId },
      )
      .map(({ id }, place) => [id, place]),
  )
  return rows.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}
