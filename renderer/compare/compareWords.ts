import type { ComparedChange, ComparedKind } from '../../shared/compare/compared.ts'

export const kindTitles: Record<ComparedKind, string> = {
  controls: 'Controls',
  criteria: 'Criteria',
  commitments: 'Commitments',
  organisations: 'Third parties',
  complementary: 'Complementary controls',
  tests: 'Procedures',
  populations: 'Populations',
  samples: 'Samples',
  deviations: 'Deviation rates',
  conclusions: 'Conclusions',
  opinion: 'Opinion',
  requests: 'Requests',
}

export const changeTitles: Record<ComparedChange, string> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  unchanged: 'Unchanged',
}
