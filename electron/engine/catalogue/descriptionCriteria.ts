import { z } from 'zod'
import criteriaFile from '../../../resources/catalog/dc-200.json' with { type: 'json' }
import { ReportType } from '../../../shared/contract/engagement.ts'

const CriteriaFile = z.object({
  notice: z.string(),
  criteria: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      appliesTo: z.array(ReportType),
      type1: z.string(),
      type2: z.string(),
      evidenceHints: z.array(z.string()),
    }),
  ),
})

/** A description criterion: its id, and everything else in own words. `asks` is what it wants of each type of report. */
export type DescriptionCriterion = {
  criterionId: string
  title: string
  summary: string
  asks: Record<ReportType, string>
  appliesTo: ReportType[]
  evidenceHints: string[]
}

const parsed = CriteriaFile.parse(criteriaFile)

/** Says that ids and structure are facts and every wording is our own. */
export const descriptionNotice = parsed.notice

/** DC 1 to DC 9, in the order of the publication. */
export const descriptionCriteria: readonly DescriptionCriterion[] = parsed.criteria.map(
  ({ id, title, summary, appliesTo, type1, type2, evidenceHints }) => ({
    criterionId: id,
    title,
    summary,
    asks: { type1, type2 },
    appliesTo,
    evidenceHints,
  }),
)

/** @returns the description criteria of a type of report: DC 9 speaks of a period, so Type 1 has eight */
export function descriptionCriteriaOf(reportType: ReportType): DescriptionCriterion[] {
  return descriptionCriteria.filter(({ appliesTo }) => appliesTo.includes(reportType))
}
