import type { Finding, PopulationCheck } from '../contract/population.ts'
import { countOf, countText } from '../sampling/figureText.ts'
import type { LookAlikes } from './repeatedIds.ts'
import type { Sequence } from './sequenceGaps.ts'

/** What the automatic checks of a population look at. */
export type CheckedPopulation = {
  rows: number
  rejectedRows: number
  hasDates: boolean
  /** Rows that the source system itself showed. */
  controlTotal: number | null
  /** Rows that share their id with others, and those of them that are listed. */
  duplicateRows: number
  duplicates: readonly { itemId: string; rows: readonly number[] }[]
  lookAlikes: readonly LookAlikes[]
  sequences: readonly Sequence[]
  outside: number
  outOfPeriod: readonly { row: number; itemId: string; date: string }[]
  monthsWithoutRows: readonly string[]
  /** Days that a list of every day leaves out. */
  daysWithoutRows: readonly string[]
  extractedOn: string | null
  datedAfter: number
  datedAfterExtract: readonly { row: number; itemId: string; date: string }[]
  withoutDate: number
}

export type FoundFact = Pick<Finding, 'check' | 'count' | 'sentence' | 'examples'>

const mostExamples = 5

/** @returns the facts that the checks found, in the order in which an auditor meets them; nothing where all is well */
export function findFacts(population: CheckedPopulation): FoundFact[] {
  return [
    ...duplicateIds(population),
    ...lookAlikeIds(population),
    ...sequenceGaps(population),
    ...controlTotal(population),
    ...rejectedRows(population),
    ...outsidePeriod(population),
    ...monthsWithoutRows(population),
    ...daysWithoutRows(population),
    ...datedAfterExtract(population),
    ...rowsWithoutDate(population),
  ]
}

function fact(check: PopulationCheck, count: number, sentence: string, examples: readonly string[] = []): FoundFact[] {
  return count === 0 ? [] : [{ check, count, sentence, examples: examples.slice(0, mostExamples) }]
}

function duplicateIds({ duplicateRows, duplicates }: CheckedPopulation): FoundFact[] {
  const examples = duplicates.map(({ itemId, rows }) => `${itemId} in rows ${rows.slice(0, mostExamples).join(', ')}`)
  return fact(
    'duplicate_ids',
    duplicateRows,
    `${countOf(duplicateRows, 'row')} share an item id with another.`,
    examples,
  )
}

function lookAlikeIds({ lookAlikes }: CheckedPopulation): FoundFact[] {
  const sentence = `${countOf(lookAlikes.length, 'group')} of ids differ in case, spaces or the form of their letters alone.`
  const examples = lookAlikes.map(
    ({ itemIds, rows }) => `${itemIds.join(' / ')} in rows ${rows.slice(0, mostExamples).join(', ')}`,
  )
  return fact('look_alike_ids', lookAlikes.length, sentence, examples)
}

function sequenceGaps({ sequences }: CheckedPopulation): FoundFact[] {
  const missing = sequences.reduce((sum, sequence) => sum + sequence.missing, 0)
  const spans = sequences.slice(0, 3).map(({ first, last }) => `${first} to ${last}`)
  const sentence = `${countOf(missing, 'number')} ${missing === 1 ? 'is' : 'are'} left out of the sequence ${spans.join('; ')}.`
  const examples = sequences.flatMap(({ gaps }) =>
    gaps.map(({ from, to, missing: count }) => (count === 1 ? from : `${from} to ${to} (${countText(count)})`)),
  )
  return fact('sequence_gaps', missing, sentence, examples)
}

function controlTotal({ controlTotal: total, rows, rejectedRows: rejected }: CheckedPopulation): FoundFact[] {
  if (total === null || total === rows) return []
  const leftOut = rejected === 0 ? '' : `, and ${countOf(rejected, 'row')} left out`
  const sentence = `The source shows ${countOf(total, 'row')}, the list has ${countText(rows)}${leftOut}.`
  return fact('control_total', Math.abs(total - rows), sentence)
}

function rejectedRows({ rejectedRows: rejected }: CheckedPopulation): FoundFact[] {
  return fact(
    'rejected_rows',
    rejected,
    `${countOf(rejected, 'row')} of the file could not be taken and ${rejected === 1 ? 'was' : 'were'} left out.`,
  )
}

const dated = ({ row, itemId, date }: { row: number; itemId: string; date: string }) => `${itemId}, ${date}, row ${row}`

function outsidePeriod({ outside, outOfPeriod }: CheckedPopulation): FoundFact[] {
  const sentence = `${countOf(outside, 'row')} ${outside === 1 ? 'is' : 'are'} dated outside the observation period.`
  return fact('outside_period', outside, sentence, outOfPeriod.map(dated))
}

function monthsWithoutRows({ hasDates, monthsWithoutRows: months }: CheckedPopulation): FoundFact[] {
  if (!hasDates) return []
  const sentence = `${countOf(months.length, 'month')} of the period ${months.length === 1 ? 'has' : 'have'} no row.`
  return fact('months_without_rows', months.length, sentence, months)
}

function daysWithoutRows({ daysWithoutRows: days }: CheckedPopulation): FoundFact[] {
  const sentence = `The list has rows on nearly every day; ${countOf(days.length, 'day')} ${days.length === 1 ? 'has' : 'have'} none.`
  return fact('days_without_rows', days.length, sentence, days)
}

function datedAfterExtract({ datedAfter, datedAfterExtract: rows, extractedOn }: CheckedPopulation): FoundFact[] {
  const sentence = `${countOf(datedAfter, 'row')} ${datedAfter === 1 ? 'is' : 'are'} dated after ${extractedOn ?? ''}, when the list was extracted.`
  return fact('dated_after_extract', datedAfter, sentence, rows.map(dated))
}

function rowsWithoutDate({ withoutDate }: CheckedPopulation): FoundFact[] {
  return fact(
    'rows_without_date',
    withoutDate,
    `${countOf(withoutDate, 'row')} ${withoutDate === 1 ? 'has' : 'have'} no date.`,
  )
}
