import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { RichText } from '../../../shared/contract/richText.ts'
import { proposedDescriptionCriterion } from '../../../shared/description/proposedCriterion.ts'
import { type ProposedSection, sectionsOf } from '../../../shared/description/sectionsOf.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide } from '../../../shared/journal/change.ts'
import { isTooLong } from '../../../shared/richText/longest.ts'
import { paragraphsOf, plainTextOf } from '../../../shared/richText/paragraphs.ts'
import { descriptionCriteriaOf } from '../catalogue/descriptionCriteria.ts'
import { readWordDocument } from '../docx/readDocument.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { nextPlace } from './sections.ts'

/**
 * Takes the description from a Word document as one command. Under which criterion a section stands is proposed from its
 * heading and may be changed.
 * @throws DomainError as the contract of `description.importFile` lists
 */
export async function importDescription(
  { engagementId, file, replace }: CheckedParamsOf<'description.importFile'>,
  { reader, resolvePath, signal, progress, newId, actor, now, commit }: JobContext,
): Promise<ResultOf<'description.importFile'>> {
  const { reportType } = loadEngagement(reader, engagementId)
  progress(0, 2, 'Reading')
  const { blocks, leftOut } = await readWordDocument(resolvePath(file), signal)
  const proposed = sectionsOf(blocks)
  if (proposed.length === 0) throw new DomainError('docx.empty')
  proposed.forEach(checkSection)
  progress(1, 2, 'Writing')
  const known = new Set(descriptionCriteriaOf(reportType).map(({ criterionId }) => criterionId))
  const stamp = { by: actor.practitionerId, at: now.at }
  const sections = proposed.map(({ title, content }) => {
    const criterionId = proposedDescriptionCriterion(title)
    return {
      sectionId: newId(),
      title,
      content,
      criterionId: criterionId !== null && known.has(criterionId) ? criterionId : null,
    }
  })
  return commit(() => {
    const first = nextPlace(reader, engagementId)
    const made = sections.flatMap(({ sectionId, ...section }, index) =>
      create('descriptionSection', sectionId, {
        ...section,
        plain: plainTextOf(section.content),
        place: first + index,
        ...stamp,
      }),
    )
    return {
      engagementId,
      changes: [...(replace ? hiddenSections(reader, engagementId) : []), ...made],
      answer: () => ({
        sections: sections.map(({ content: _content, ...section }) => section),
        paragraphs: sections.reduce((sum, { content }) => sum + paragraphsOf(content).length, 0),
        leftOut,
      }),
    }
  })
}

/** What was read keeps to the same bounds as what is typed. @throws DomainError `docx.too_large` */
function checkSection({ title, content }: ProposedSection): void {
  const isBounded = RichText.safeParse(content).success && !isTooLong(content)
  if (!isBounded) throw new DomainError('docx.too_large', { what: `the section ${title}` })
}

function hiddenSections(reader: Reader, engagementId: string): Change[] {
  return [
    ...reader.list('descriptionLink', { engagementId }).flatMap(({ id }) => hide('descriptionLink', id)),
    ...reader.list('descriptionSection', { engagementId }).flatMap(({ id }) => hide('descriptionSection', id)),
  ]
}
