import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RichText } from '../../../shared/contract/richText.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { isTooLong, longestRichText } from '../../../shared/richText/longest.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadNarrative } from './load.ts'

const empty: RichText = { type: 'doc', content: [] }

/** @throws DomainError as the contract of `narrative.save` lists */
export function saveNarrative(
  { engagementId, narrativeId, basedOn, ...given }: CheckedParamsOf<'narrative.save'>,
  { reader, newId, actor, now }: CommandContext,
): Outcome<ResultOf<'narrative.save'>> {
  loadEngagement(reader, engagementId)
  const before = narrativeId === undefined ? null : loadNarrative(reader, narrativeId, engagementId)
  const { kind, title, content } = given
  if (content !== undefined && isTooLong(content)) {
    throw new DomainError('narrative.text_too_long', { limit: longestRichText })
  }
  const fields = {
    kind,
    title,
    content: content ?? before?.content ?? empty,
    heldOn: given.heldOn === undefined ? (before?.heldOn ?? null) : given.heldOn,
    metWith: given.metWith === undefined ? (before?.metWith ?? null) : given.metWith || null,
  }
  const id = before?.id ?? newId()
  const stamp = { by: actor.practitionerId, at: now.at }
  if (before === null) {
    return {
      engagementId,
      changes: create('narrative', id, { ...fields, ...stamp }),
      answer: () => ({ narrativeId: id, at: now.at }),
    }
  }
  const changed = differingFields(before, fields)
  const isSame = Object.keys(changed).length === 0
  // Whoever writes does not know what came in meanwhile, by an exchange or an undo: theirs would silently take its place.
  if (!isSame && basedOn !== undefined && basedOn !== before.at) {
    throw new DomainError('narrative.changed_meanwhile', { at: before.at })
  }
  return {
    engagementId,
    changes: isSame ? [] : update('narrative', id, { ...changed, ...stamp }),
    answer: () => ({ narrativeId: id, at: isSame ? before.at : now.at }),
  }
}
