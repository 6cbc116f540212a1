import type { Deviation } from '../../shared/contract/deviation.ts'

type Nature = NonNullable<Deviation['nature']>

/** How the nature of a deviation is called. */
export const natureWords: Record<Nature, string> = {
  isolated: 'Isolated',
  systematic: 'Systematic',
  intentional: 'Intentional',
}

/** The natures as a choice. */
export const natureOptions = [
  { value: 'isolated', label: natureWords.isolated },
  { value: 'systematic', label: natureWords.systematic },
  { value: 'intentional', label: natureWords.intentional },
]
