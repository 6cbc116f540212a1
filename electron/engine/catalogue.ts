import { z } from 'zod'
import { Category } from '../../shared/contract/engagement.ts'
import { ProcedureNature } from '../../shared/contract/procedure.ts'
import mappingFile from '../../resources/catalog/tsc-iso.json' with { type: 'json' }
import criteriaFile from '../../resources/catalog/tsc-2017.json' with { type: 'json' }

const CriteriaFile = z.object({
  notice: z.string(),
  series: z.array(z.object({ id: z.string(), name: z.string(), scope: z.union([z.literal('common'), Category]) })),
  criteria: z.array(
    z.object({
      id: z.string(),
      series: z.string(),
      title: z.string(),
      summary: z.string(),
      evidenceHints: z.array(z.string()),
      typicalTests: z.array(z.object({ type: ProcedureNature, text: z.string() })),
    }),
  ),
})

const MappingFile = z.object({
  mappings: z.array(
    z.object({ criterion: z.string(), iso2013Controls: z.array(z.string()), iso2022Controls: z.array(z.string()) }),
  ),
})

/** A Trust Services Criterion: its id, and everything else in own words. */
export type CatalogueCriterion = {
  criterionId: string
  series: string
  seriesName: string
  category: z.infer<typeof Category> | null
  title: string
  summary: string
  evidenceHints: string[]
  typicalTests: string[]
  /** The same tests, by their nature. */
  tests: { nature: ProcedureNature; text: string }[]
  iso2013: string[]
  iso2022: string[]
}

const parsed = CriteriaFile.parse(criteriaFile)
const seriesById = new Map(parsed.series.map((series) => [series.id, series]))
const isoByCriterion = new Map(MappingFile.parse(mappingFile).mappings.map((mapping) => [mapping.criterion, mapping]))

/** Says that ids and structure are facts and every wording is our own. */
export const tscNotice = parsed.notice

/** The 61 Trust Services Criteria, in the order of the publication. */
export const tscCriteria: readonly CatalogueCriterion[] = parsed.criteria.map((criterion) => {
  const series = seriesById.get(criterion.series)
  const iso = isoByCriterion.get(criterion.id)
  if (series === undefined || iso === undefined) throw new TypeError(`The catalogue is incomplete at ${criterion.id}`)
  return {
    criterionId: criterion.id,
    series: series.id,
    seriesName: series.name,
    category: series.scope === 'common' ? null : series.scope,
    title: criterion.title,
    summary: criterion.summary,
    evidenceHints: criterion.evidenceHints,
    typicalTests: criterion.typicalTests.map(({ type, text }) => `${type}: ${text}`),
    tests: criterion.typicalTests.map(({ type, text }) => ({ nature: type, text })),
    iso2013: iso.iso2013Controls,
    iso2022: iso.iso2022Controls,
  }
})

const ids: ReadonlySet<string> = new Set(tscCriteria.map(({ criterionId }) => criterionId))

/** @returns the ids of all criteria, in scope or not */
export function tscCriterionIds(): ReadonlySet<string> {
  return ids
}

/** @returns the criteria that an engagement with these categories reports on: the common ones always */
export function criteriaInScope(categories: readonly string[]): CatalogueCriterion[] {
  return tscCriteria.filter(({ category }) => category === null || categories.includes(category))
}
