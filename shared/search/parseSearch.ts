import { DomainError } from '../errors/domainError.ts'
import { type FilterName, filters, isFilterName } from './filters.ts'

/** A word, or words in a row where somebody put them in quotes. */
export type SearchWords = {
  text: string
  isExcluded: boolean
  /** It may be the beginning of a word: the last one, while somebody types. */
  isPrefix: boolean
}

/** One of the values has to be true, or none where it is excluded. Values are in lower case. */
export type SearchFilter = { name: FilterName; values: readonly string[]; isExcluded: boolean }

export type SearchQuery = { words: readonly SearchWords[]; filters: readonly SearchFilter[] }

/** One term: `-` before what is excluded, then `name:value`, `"words in a row"`, or a word. */
const term = /(-?)(?:([a-z]+):(?:"([^"]*)"?|([^\s"]*))|"([^"]*)"?|(\S+))/giy

/**
 * Reads what somebody types into the search: words that all have to occur, `"words in a row"`, filters such as `control:CC6.1
 * outcome:deviation,pass by:AC`, and `-` before what must not be. Everything in quotes is text, and no sign but these means
 * anything: there are no patterns. A quote that is not closed yet reaches to the end.
 * @returns the words and filters, in their order
 * @throws DomainError `search.unknown_filter`, `search.empty_filter`, `search.unknown_value`, each with `at`, the place of the term
 *   counted from 1
 */
export function parseSearch(text: string): SearchQuery {
  const words: SearchWords[] = []
  const found: SearchFilter[] = []
  for (const { match, at } of termsOf(text)) {
    const [whole, minus, name, quotedValue, value, quoted, word] = match
    const isExcluded = minus === '-'
    if (name !== undefined) {
      found.push(
        filterOf({ name, text: quotedValue ?? value ?? '', isQuoted: quotedValue !== undefined, at, isExcluded }),
      )
      continue
    }
    const own = quoted ?? word ?? ''
    const isLast = at - 1 + whole.length === text.length
    if (hasLetters(own)) words.push({ text: own, isExcluded, isPrefix: isLast && word !== undefined && !isExcluded })
  }
  return { words, filters: found }
}

function* termsOf(text: string): Generator<{ match: RegExpExecArray; at: number }, void, undefined> {
  const reading = new RegExp(term)
  for (;;) {
    reading.lastIndex = nextTerm(text, reading.lastIndex)
    const at = reading.lastIndex + 1
    const match = reading.exec(text)
    if (match === null) return
    yield { match, at }
  }
}

function nextTerm(text: string, from: number): number {
  const space = /\s*/y
  space.lastIndex = from
  return from + (space.exec(text)?.[0].length ?? 0)
}

/** Signs alone are no words to an index of words. */
const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

type FilterText = { name: string; text: string; isQuoted: boolean; at: number; isExcluded: boolean }

function filterOf({ name: given, text, isQuoted, at, isExcluded }: FilterText): SearchFilter {
  const name = given.toLowerCase()
  if (!isFilterName(name)) {
    throw new DomainError('search.unknown_filter', { filter: given, at, known: Object.keys(filters).join(', ') })
  }
  const values = (isQuoted ? [text] : text.split(',')).map(filterValue).filter((value) => value !== '')
  if (values.length === 0) throw new DomainError('search.empty_filter', { filter: name, at })
  const known: readonly string[] | null = filters[name]
  const unknown = known === null ? undefined : values.find((value) => !known.includes(value))
  if (unknown !== undefined) {
    throw new DomainError('search.unknown_value', { filter: name, value: unknown, at, known: known?.join(', ') ?? '' })
  }
  return { name, values, isExcluded }
}

/** @returns a value of a filter as it is compared: without case, whatever form its letters have in Unicode */
export const filterValue = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
