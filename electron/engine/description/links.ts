import { createHash } from 'node:crypto'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { paragraphsOf } from '../../../shared/richText/paragraphs.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { checkReported, loadSection } from './load.ts'

/**
 * A link keeps the words that were read: once management changes the paragraph, the link no longer stands for it, and says so.
 * @throws DomainError as the contract of `description.link` lists
 */
export function linkParagraph(
  { sectionId, criterionId, paragraph }: CheckedParamsOf<'description.link'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'description.link'>> {
  const { engagementId, content } = loadSection(reader, sectionId)
  checkReported(loadEngagement(reader, engagementId).reportType, criterionId)
  if (!paragraphsOf(content).includes(paragraph)) throw new DomainError('description.paragraph_not_found')
  const words = createHash('sha256').update(paragraph).digest('hex').slice(0, 32)
  const id = `${sectionId}:${criterionId}:${words}`
  const before = reader.get('descriptionLink', id)
  const stamp = { by: actor.practitionerId, at: now.at }
  return {
    engagementId,
    changes:
      before === undefined
        ? create('descriptionLink', id, { sectionId, criterionId, paragraph, linked: true, ...stamp })
        : before.linked
          ? []
          : update('descriptionLink', id, { linked: true, ...stamp }),
    answer: () => ({ linkId: id }),
  }
}

/** @throws DomainError `description.link_not_found` */
export function unlinkParagraph(
  { linkId }: CheckedParamsOf<'description.unlink'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'description.unlink'>> {
  const before = reader.get('descriptionLink', linkId)
  if (before === undefined || !before.linked) throw new DomainError('description.link_not_found')
  return {
    engagementId: before.engagementId,
    changes: update('descriptionLink', linkId, { linked: false, by: actor.practitionerId, at: now.at }),
    answer: () => ({}),
  }
}
