import { practitionerName } from '../../../db/practitionerName.ts'
import type { Reader } from '../../../db/reader.ts'
import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadEvidence } from './load.ts'

type Params = CheckedParamsOf<'evidence.mark'>
type ChangeOfMark = Extract<Params, { markId: string }>

/** Draws a mark over a page, or changes what is given of one. @throws DomainError `evidence.not_found`, `evidence.mark_not_found` */
export function markPage(params: Params, context: CommandContext): Outcome<ResultOf<'evidence.mark'>> {
  if ('markId' in params) return changeMark(params, context)
  const { evidenceId, x, y, width, height, ...drawn } = params
  const { reader, newId, actor, now } = context
  const { engagementId } = loadEvidence(reader, evidenceId)
  const markId = newId()
  const fields = { evidenceId, ...drawn, place: { x, y, width, height }, by: actor.practitionerId, at: now.at }
  return { engagementId, changes: create('evidenceMark', markId, fields), answer: () => ({ markId }) }
}

function changeMark(
  { evidenceId, markId, ...given }: ChangeOfMark,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'evidence.mark'>> {
  const { engagementId } = loadEvidence(reader, evidenceId)
  const before = loadMark(reader, markId)
  if (before.evidenceId !== evidenceId) throw new DomainError('evidence.mark_not_found', { markId })
  const { page = before.page, shape = before.shape, text = before.text, colour = before.colour } = given
  const { x = before.place.x, y = before.place.y } = given
  const { width = before.place.width, height = before.place.height } = given
  const changed = differingFields(before, { page, shape, text, colour, place: { x, y, width, height } })
  const stamp = { by: actor.practitionerId, at: now.at }
  return {
    engagementId,
    changes: Object.keys(changed).length === 0 ? [] : update('evidenceMark', markId, { ...changed, ...stamp }),
    answer: () => ({ markId }),
  }
}

/** @throws DomainError `evidence.mark_not_found` */
export function removeMark(
  { markId }: CheckedParamsOf<'evidence.unmark'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'evidence.unmark'>> {
  const { engagementId } = loadMark(reader, markId)
  return { engagementId, changes: hide('evidenceMark', markId), answer: () => ({}) }
}

function loadMark(reader: Reader, markId: string) {
  const found = reader.get('evidenceMark', markId)
  if (found === undefined) throw new DomainError('evidence.mark_not_found', { markId })
  return found
}

/** @returns the marks over the pages of a file, page by page @throws DomainError `evidence.not_found` */
export function marksOf(reader: Reader, evidenceId: string): EvidenceMark[] {
  loadEvidence(reader, evidenceId)
  return reader
    .all<Omit<EvidenceMark, 'x' | 'y' | 'width' | 'height'> & { place: string }>(
      `SELECT id AS markId, page, shape, place, text, colour, at, ${practitionerName('evidence_mark."by"', 'evidence_mark.engagement_id')} AS "by"
       FROM evidence_mark WHERE evidence_id = @evidenceId AND deleted = 0 ORDER BY page, at, id`,
      { evidenceId },
    )
    .map(({ place, ...mark }) => ({
      ...mark,
      ...(JSON.parse(place) as Pick<EvidenceMark, 'x' | 'y' | 'width' | 'height'>),
    }))
}
