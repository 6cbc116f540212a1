import { evidenceByTarget } from '../../../db/evidence.ts'
import { practitionerNames } from '../../../db/practitionerName.ts'
import type { Reader } from '../../../db/reader.ts'
import type { DescriptionCheck, DescriptionLink } from '../../../shared/contract/description.ts'
import { openPoints } from '../../../shared/description/openPoints.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { paragraphsOf } from '../../../shared/richText/paragraphs.ts'
import { descriptionCriteriaOf } from '../catalogue/descriptionCriteria.ts'
import { loadEngagement } from '../engagement.ts'
import { wordingOf } from '../wording/wordingOf.ts'
import { descriptionPaperId } from './assess.ts'
import { untoldPapers } from './untold.ts'

/** @returns the description held against each criterion of its type of report @throws DomainError `engagement.not_found` */
export function describeChecklist(reader: Reader, engagementId: string): DescriptionCheck[] {
  const { reportType } = loadEngagement(reader, engagementId)
  const sections = reader.list('descriptionSection', { engagementId }, 'place')
  const links = Map.groupBy(linksOf(reader, engagementId, sections), ({ criterionId }) => criterionId)
  const found = new Map(
    reader.list('descriptionCriterion', { engagementId }).map((paper) => [paper.criterionId, paper]),
  )
  const evidence = evidenceByTarget(reader, engagementId, 'descriptionCriterion')
  const untold = untoldPapers(reader, engagementId)
  const nameOf = practitionerNames(reader, engagementId)
  const wording = wordingOf(reader, 'dc-200')
  return descriptionCriteriaOf(reportType).map(({ criterionId, title, summary, asks, evidenceHints }) => {
    const paper = found.get(criterionId)
    const id = descriptionPaperId(engagementId, criterionId)
    const own = links.get(criterionId) ?? []
    const about = sections.filter((section) => section.criterionId === criterionId)
    const facts = {
      outcome: paper === undefined || paper.outcome === 'open' ? null : paper.outcome,
      reasoning: paper?.reasoning ?? '',
      implementation: paper?.implementation ?? '',
      evidence: evidence.get(id) ?? 0,
    }
    return {
      criterionId,
      title,
      summary,
      asks: asks[reportType],
      evidenceHints,
      wording: wording(criterionId),
      target: { entity: 'descriptionCriterion' as const, id },
      sections: about.map((section) => ({ sectionId: section.id, title: section.title })),
      links: own.map(({ criterionId: _of, ...link }) => link),
      ...facts,
      by: paper === undefined ? null : nameOf(paper.by),
      at: paper?.at ?? null,
      open: openPoints({
        criterionId,
        ...facts,
        sections: about.length,
        linked: own.filter(({ stale }) => !stale).length,
        stale: own.filter(({ stale }) => stale).length,
        untold: untold.get(criterionId) ?? [],
      }),
    }
  })
}

type CriterionLink = DescriptionLink & { criterionId: string }

function linksOf(
  reader: Reader,
  engagementId: string,
  sections: readonly EntityRow<'descriptionSection'>[],
): CriterionLink[] {
  const standing = new Map(
    sections.map(({ id, title, content }) => [id, { title, paragraphs: new Set(paragraphsOf(content)) }]),
  )
  return reader.list('descriptionLink', { engagementId }).flatMap((link) => {
    const section = standing.get(link.sectionId)
    if (!link.linked || section === undefined) return []
    const { id, sectionId, criterionId, paragraph } = link
    return [
      {
        linkId: id,
        sectionId,
        sectionTitle: section.title,
        criterionId,
        paragraph,
        stale: !section.paragraphs.has(paragraph),
      },
    ]
  })
}
