import type { SelectionMethod } from '../../shared/contract/sample.ts'

export const methodWords: Record<SelectionMethod, string> = {
  random: 'Random',
  systematic: 'Systematic',
  stratified: 'Stratified',
  targeted: 'Targeted (judgement)',
  all: 'All items',
}

export const riskWords = { low: 'Low', moderate: 'Moderate', high: 'High' } as const
export const stratifyWords = { month: 'Month', quarter: 'Quarter', column: 'Stratum column' } as const
