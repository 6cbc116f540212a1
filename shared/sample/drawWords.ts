import type { Period } from '../contract/engagement.ts'
import type { SampleItem, SamplePart, SeedOrigin, SelectionMethod } from '../contract/sample.ts'

export const methodWords: Record<SelectionMethod, string> = {
  random: 'Random',
  systematic: 'Systematic',
  stratified: 'Stratified',
  targeted: 'Targeted (judgement)',
  all: 'All items',
}

export const riskWords = { low: 'Low', moderate: 'Moderate', high: 'High' } as const
export const stratifyWords = { month: 'Month', quarter: 'Quarter', column: 'Stratum column' } as const

export const partWords: Record<SamplePart, string> = {
  interim: 'Interim part',
  roll_forward: 'Roll-forward part',
  version: 'One version of the control',
}

export const seedWords: Record<SeedOrigin, string> = {
  generated: "from the system's random source",
  given: 'given by the auditor',
  rolled: 'rolled by the auditor',
  client: 'supplied by the client',
}

/** @returns which part of the period a sample stands for */
export function partText(part: SamplePart | null, { start, end }: Period): string {
  return part === null ? `${start} to ${end}` : `${partWords[part]}, ${start} to ${end}`
}

/** How an item came into a sample. */
export const stageWords: Record<SampleItem['stage'], string> = {
  initial: 'Drawn at first',
  extension: 'Drawn by an extension',
  replacement: 'Replacement',
}
