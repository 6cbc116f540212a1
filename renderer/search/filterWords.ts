import { type FilterName, filters } from '../../shared/search/filters.ts'

/** What each filter finds, with an example of it. */
export const filterWords: Readonly<Record<FilterName, { meaning: string; example: string }>> = {
  kind: { meaning: 'One kind of paper or record', example: 'kind:evidence' },
  control: {
    meaning: 'Everything of a control, by its reference or by a criterion that it answers',
    example: 'control:CC6.1',
  },
  criterion: { meaning: 'Everything of a criterion', example: 'criterion:CC8.1' },
  outcome: { meaning: 'What a test, a conclusion or a part of the opinion came to', example: 'outcome:deviation' },
  status: { meaning: 'Where a deviation, a request or a review note stands', example: 'status:open' },
  by: { meaning: 'Who recorded, drew, took in or wrote it, by initials or name', example: 'by:AC' },
  type: { meaning: 'The ending of a file’s name', example: 'type:pdf' },
}

/** What is typed besides filters. */
export const otherWords = [
  { sign: 'approval ticket', meaning: 'All these words, in any order; the last one may be the beginning of a word' },
  { sign: '"not approved"', meaning: 'These words in a row; also for what would be a filter' },
  { sign: '-draft -kind:evidence', meaning: 'None of what stands behind a minus' },
  { sign: 'outcome:pass,deviation', meaning: 'One of several values' },
] as const

/** @returns the values of a filter in words, where they are a fixed list */
export const valuesText = (name: FilterName): string | null => filters[name]?.join(', ') ?? null
