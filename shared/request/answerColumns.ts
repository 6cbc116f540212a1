import { DomainError } from '../errors/domainError.ts'
import { type AskedAttribute, comparableHead, listColumns, variableHeads } from './listColumns.ts'

/** Where the columns of a list stand in a file that came back; -1 where it has none. */
export type AnswerColumns = Record<'itemId' | 'answer' | 'reference' | 'providedOn' | 'note' | 'key', number> & {
  /** Columns of attributes, with what stands before what is said in them. */
  attributes: { label: string; at: number }[]
  /** Columns that the list did not have; nothing is taken from them. */
  others: string[]
}

/**
 * Finds the columns by their heads, whatever their order, their case and the spaces around them.
 * @param list the columns of the population and the attributes that the request shows
 * @throws DomainError `request.no_key_column`, `request.no_answer_column`
 */
export function answerColumns(
  header: readonly string[],
  list: { columns: readonly string[]; attributes: readonly AskedAttribute[] },
): AnswerColumns {
  const heads = header.map(comparableHead)
  const at = (head: string) => heads.indexOf(comparableHead(head))
  const { itemId, answer, reference, providedOn, note, key, ...shownOnly } = listColumns
  const variable = variableHeads(list.columns, list.attributes)
  const attributes = variable.attributes
    .map(({ label, head }) => ({ label, at: at(head) }))
    .filter((one) => one.at >= 0)
  const places = {
    itemId: at(itemId),
    answer: at(answer),
    reference: at(reference),
    providedOn: at(providedOn),
    note: at(note),
    key: at(key),
  }
  if (places.key < 0 && places.itemId < 0) throw new DomainError('request.no_key_column', { header: header.join(', ') })
  const saying = [places.answer, places.reference, places.providedOn, places.note, ...attributes.map((one) => one.at)]
  if (saying.every((place) => place < 0)) throw new DomainError('request.no_answer_column')
  const known = new Set([
    ...Object.values(places),
    ...attributes.map((one) => one.at),
    ...[...Object.values(shownOnly), ...variable.columns].map(at),
  ])
  return { ...places, attributes, others: header.filter((head, place) => head.trim() !== '' && !known.has(place)) }
}
