import type { OpinionForm, OpinionPart } from '../contract/opinion.ts'
import type { ControlInCriteria, DeviationPaper } from './papers.ts'

/** What a part of the opinion is about, as a sentence uses it. */
export const partWords: Record<OpinionPart, string> = {
  description: 'description',
  design: 'design',
  operation: 'operating effectiveness',
}

/** What a part of the opinion is about, as a heading says it. */
export const partTitles: Record<OpinionPart, string> = {
  description: 'Description of the system',
  design: 'Suitability of design',
  operation: 'Operating effectiveness',
}

/** `an adverse opinion`: the article goes with the form. */
export const formWords: Record<OpinionForm, string> = {
  unqualified: 'an unqualified opinion',
  qualified: 'a qualified opinion',
  adverse: 'an adverse opinion',
  disclaimer: 'a disclaimer of opinion',
}

/** `CHG-01 (CC8.1, CC6.8)`. */
export const nameControl = ({ control, criteria }: ControlInCriteria): string =>
  `${control.ref} (${criteria.join(', ')})`

/** `DEV-1 (item CHG-00312, attribute C)`. */
export function nameDeviation({ ref, itemId, attribute }: DeviationPaper): string {
  const place = nameCell(itemId, attribute)
  return place === '' ? ref : `${ref} (${place})`
}

/** `item CHG-00312, attribute C`, or less where less is known. */
export function nameCell(itemId: string | null, attribute: string | null): string {
  return [itemId === null ? [] : `item ${itemId}`, attribute === null ? [] : `attribute ${attribute}`].flat().join(', ')
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** `1 deviation`, `2 deviations`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
