import type { RecordKind } from '../../shared/record/record.ts'

/** What a kind of record is called on the screen. */
export const kindWords: Record<RecordKind, string> = {
  control: 'control',
  deviation: 'deviation',
  request: 'request',
  evidence: 'evidence',
  population: 'population',
  sample: 'sample',
  sampleItem: 'sample item',
  procedure: 'procedure',
  result: 'cell of a test sheet',
  walkthrough: 'walkthrough',
  criterion: 'criterion',
  conclusion: 'conclusion',
  opinion: 'part of the opinion',
  subserviceOrganisation: 'subservice organisation',
  subserviceReport: 'subservice report',
  complementaryControl: 'complementary control',
  letter: 'letter',
  narrative: 'narrative or note',
  engagement: 'engagement',
}
