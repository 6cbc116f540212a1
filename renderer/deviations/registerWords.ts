import { natureWords, statusWords } from '../../shared/deviation/deviationWords.ts'
import { searchWords } from '../ui/shownRows.ts'
import type { RegisterSelection } from './RegisterFilters.tsx'

/** @returns the filters of the register in words, as they stand in a file of it */
export function registerWords(selection: RegisterSelection): string[] {
  const { query = '', status, nature, criterionId, recordedBy } = selection
  return [
    ...searchWords(query),
    ...(status === undefined ? [] : [statusWords[status]]),
    ...(nature === undefined ? [] : [nature === 'not_judged' ? 'Not judged' : natureWords[nature]]),
    ...(criterionId === undefined ? [] : [criterionId]),
    ...(recordedBy === undefined ? [] : [`recorded by ${recordedBy}`]),
  ]
}
