import { fileTerms } from './fileTerms.ts'
import { reportingTerms } from './reportingTerms.ts'
import type { Term } from './term.ts'
import { testingTerms } from './testingTerms.ts'

/** The terms of the field that a screen or a document uses, by their letters. */
export const glossary: readonly Term[] = [...testingTerms, ...reportingTerms, ...fileTerms].toSorted((one, other) =>
  one.term.toLowerCase() < other.term.toLowerCase() ? -1 : 1,
)
