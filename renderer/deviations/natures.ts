import { natureWords } from '../../shared/deviation/deviationWords.ts'

/** The natures as a choice. */
export const natureOptions = [
  { value: 'isolated', label: natureWords.isolated },
  { value: 'systematic', label: natureWords.systematic },
  { value: 'intentional', label: natureWords.intentional },
]
