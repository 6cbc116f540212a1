import { recordKinds } from '../record/record.ts'

/** What search speaks of besides records: notes of the review, and papers without a place that a text could point at. */
const furtherEntities = ['reviewNote', 'descriptionSection', 'significantChange', 'commitment'] as const

/** Criteria are of the catalogue and the same in every store; everything else that people name is found. */
export const searchEntities = [...recordKinds.filter((kind) => kind !== 'criterion'), ...furtherEntities] as const

export type SearchEntity = (typeof searchEntities)[number]

const entities: ReadonlySet<string> = new Set(searchEntities)

export function isSearchEntity(name: string): name is SearchEntity {
  return entities.has(name)
}

/** What somebody types behind `kind:`, and what is meant. */
export const kindNames: Readonly<Record<string, SearchEntity>> = {
  control: 'control',
  deviation: 'deviation',
  request: 'request',
  evidence: 'evidence',
  population: 'population',
  sample: 'sample',
  item: 'sampleItem',
  procedure: 'procedure',
  result: 'result',
  walkthrough: 'walkthrough',
  conclusion: 'conclusion',
  opinion: 'opinion',
  note: 'reviewNote',
  organisation: 'subserviceOrganisation',
  report: 'subserviceReport',
  complementary: 'complementaryControl',
  letter: 'letter',
  narrative: 'narrative',
  description: 'descriptionSection',
  change: 'significantChange',
  commitment: 'commitment',
  engagement: 'engagement',
}
