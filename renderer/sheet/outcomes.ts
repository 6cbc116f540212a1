import type { Outcome } from '../../shared/contract/result.ts'

const marks: Record<Outcome, string> = { pass: '✓', deviation: '✗', not_applicable: '–' }
const words: Record<Outcome, string> = { pass: 'pass', deviation: 'deviation', not_applicable: 'n/a' }
const spoken: Record<Outcome, string> = { pass: 'pass', deviation: 'deviation', not_applicable: 'not applicable' }

/** The sign in the cell: a different shape for each outcome, so that colour is not needed to tell them apart. */
export const outcomeMark = (outcome: Outcome | null): string => (outcome === null ? '' : marks[outcome])

/** The word that a spreadsheet gets, and that can be pasted back. */
export const outcomeWord = (outcome: Outcome | null): string => (outcome === null ? '' : words[outcome])

/** What a screen reader says. */
export const outcomeSpoken = (outcome: Outcome | null): string => (outcome === null ? 'not tested' : spoken[outcome])

/** How many files support something, as it follows its name; of none nothing. */
export const filesSpoken = (files: number): string =>
  files === 0 ? '' : `, ${files} ${files === 1 ? 'file' : 'files'}`

/** How many review notes on something are not cleared, as it follows its name; of none nothing. */
export const reviewNotesSpoken = (notes: number): string =>
  notes === 0 ? '' : `, ${notes} open review ${notes === 1 ? 'note' : 'notes'}`
