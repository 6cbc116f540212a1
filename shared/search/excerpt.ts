import type { SearchWords } from './parseSearch.ts'

/** A part of a text that shows why it was found; `marks` are the places of the words in it, in characters. */
export type Excerpt = { text: string; marks: { start: number; length: number }[] }

const most = { before: 60, length: 200, marks: 20 }

/**
 * @returns one line of a text around the first word that was looked for, or its beginning where none of them is in it
 */
export function excerptOf(text: string, words: readonly SearchWords[]): Excerpt {
  const pattern = patternOf(words)
  const first = pattern === null ? -1 : folded(text).search(pattern)
  const from = first <= most.before ? 0 : startOfWord(text, first - most.before)
  const cut = text.slice(from, from + most.length)
  const isEnd = from + most.length >= text.length
  const line = `${from > 0 ? '…' : ''}${cut.replaceAll(/\s+/g, ' ').trim()}${isEnd ? '' : '…'}`
  return { text: line, marks: marksIn(line, words) }
}

/** @returns where the words are in a text: each whole, save the beginning of one that is still typed */
export function marksIn(text: string, words: readonly SearchWords[]): Excerpt['marks'] {
  const pattern = patternOf(words)
  if (pattern === null) return []
  return [...folded(text).matchAll(new RegExp(pattern, 'gu'))]
    .slice(0, most.marks)
    .map(({ index, 0: { length } }) => ({ start: index, length }))
}

function patternOf(words: readonly SearchWords[]): RegExp | null {
  const wanted = words
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ text, isPrefix }) => {
      // An index of words knows no signs: `CHG-00312` is two words in a row to it.
      const parts = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
      return `${parts.join(String.raw`[^\p{L}\p{N}]{1,3}`)}${isPrefix ? '' : String.raw`(?![\p{L}\p{N}])`}`
    })
  return wanted.length === 0 ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${wanted.join('|')})`, 'u')
}

/** In lower case and without accents, as the index has it; a letter that would change the length of the text stays. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : text
  // Most texts have no letter with an accent, and need no look at each.
  return /[^\0-\x7F]/.test(same) ? same.replaceAll(/[\u00C0-\u1EFF]/g, withoutAccent) : same
}

const withoutAccent = (letter: string): string => {
  const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return plain.length === letter.length ? plain : letter
}

function startOfWord(text: string, from: number): number {
  const space = text.slice(from, from + 30).search(/\s/)
  return space < 0 ? from : from + space + 1
}
