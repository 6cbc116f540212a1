import type { Reader } from '../../../db/reader.ts'
import { practitionerNames } from '../../../db/practitionerName.ts'
import type { DescriptionSection } from '../../../shared/contract/description.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RichText } from '../../../shared/contract/richText.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { isTooLong, longestRichText } from '../../../shared/richText/longest.ts'
import { paragraphsOf, plainTextOf } from '../../../shared/richText/paragraphs.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { checkReported, loadSection } from './load.ts'

/** @throws DomainError as the contract of `description.saveSection` lists */
export function saveSection(
  { engagementId, sectionId, criterionId, title, content, place }: CheckedParamsOf<'description.saveSection'>,
  { reader, newId, actor, now }: CommandContext,
): Outcome<ResultOf<'description.saveSection'>> {
  const { reportType } = loadEngagement(reader, engagementId)
  const before = sectionId === undefined ? null : loadSection(reader, sectionId, engagementId)
  if (criterionId) checkReported(reportType, criterionId)
  checkLength(content)
  const id = before?.id ?? newId()
  const fields = {
    criterionId: criterionId === undefined ? (before?.criterionId ?? null) : criterionId,
    title,
    content,
    plain: plainTextOf(content),
    place: place ?? before?.place ?? nextPlace(reader, engagementId),
  }
  const stamp = { by: actor.practitionerId, at: now.at }
  const changed = before === null ? fields : differingFields(before, fields)
  return {
    engagementId,
    changes:
      before === null
        ? create('descriptionSection', id, { ...fields, ...stamp })
        : Object.keys(changed).length === 0
          ? []
          : update('descriptionSection', id, { ...changed, ...stamp }),
    answer: () => ({ sectionId: id }),
  }
}

/** @throws DomainError `description.section_not_found` */
export function removeSection(
  { sectionId }: CheckedParamsOf<'description.removeSection'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'description.removeSection'>> {
  const { engagementId } = loadSection(reader, sectionId)
  const links = reader.list('descriptionLink', { sectionId })
  return {
    engagementId,
    changes: [...links.flatMap(({ id }) => hide('descriptionLink', id)), ...hide('descriptionSection', sectionId)],
    answer: () => ({}),
  }
}

/** @returns the sections in their order, with the criteria that each paragraph answers @throws DomainError `engagement.not_found` */
export function describeSections(reader: Reader, engagementId: string): DescriptionSection[] {
  loadEngagement(reader, engagementId)
  const nameOf = practitionerNames(reader, engagementId)
  const links = Map.groupBy(
    reader.list('descriptionLink', { engagementId }).filter(({ linked }) => linked),
    ({ sectionId, paragraph }) => `${sectionId}:${paragraph}`,
  )
  return reader
    .list('descriptionSection', { engagementId }, 'place')
    .map(({ id, engagementId: _of, plain: _plain, by, ...section }) => ({
      sectionId: id,
      ...section,
      by: nameOf(by),
      paragraphs: paragraphsOf(section.content).map((text) => ({
        text,
        criteria: (links.get(`${id}:${text}`) ?? []).map(({ criterionId }) => criterionId).toSorted(),
      })),
    }))
}

/** @returns the place after the last section */
export function nextPlace(reader: Reader, engagementId: string): number {
  const places = reader.list('descriptionSection', { engagementId }).map(({ place }) => place)
  return Math.max(0, ...places) + 1
}

function checkLength(content: RichText): void {
  if (isTooLong(content)) throw new DomainError('description.text_too_long', { limit: longestRichText })
}
