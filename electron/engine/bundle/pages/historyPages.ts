import { contract } from '../../../../shared/contract/index.ts'
import type { Change, JsonValue } from '../../../../shared/journal/change.ts'
import type { EntryBody } from '../../../../shared/journal/entry.ts'
import { instantText } from '../../../../shared/period/instantText.ts'
import { fieldWords, namesPerson, recordWords } from '../../../../shared/record/fieldWords.ts'
import { html, type Shown } from './html.ts'
import { type Page, rootFrom, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'

export const entriesPerPage = 400
/** Fields of one entry, and characters of one value, that a page shows; journal.jsonl has all. */
const mostFields = 12
const longestValue = 200

/** @returns the path of a page of the history, counted from 0 */
export const historyPath = (number: number): string => `pages/history-${String(number + 1).padStart(5, '0')}.html`

/** One page of the history. @param rows what {@link historyRow} makes of its entries, oldest first */
export function historyPage(rows: readonly Shown[][], { number, pages }: { number: number; pages: number }): Page {
  const path = historyPath(number)
  const to = (other: number, words: string) =>
    other < 0 || other >= pages ? null : html`<a href="${rootFrom(path)}${historyPath(other)}">${words}</a> `
  return {
    path,
    title: pages === 1 ? 'History' : `History, page ${number + 1} of ${pages}`,
    body: html`<p>${to(number - 1, 'Earlier')}${to(number + 1, 'Later')}${to(pages - 1, 'Last')}</p>
      ${table('History', ['When', 'Who', 'What', 'Changes'], rows)}`,
  }
}

/** @returns an entry as a row of the history */
export function historyRow(papers: Papers, { at, actorId, command, changes }: EntryBody): Shown[] {
  const more = changes.length - mostFields
  return [
    instantText(at),
    papers.person(actorId),
    titleOf(command),
    html`${changes.slice(0, mostFields).map((change) => changeLine(papers, change))}${more > 0 ? html`<div class="soft">and ${more} more fields</div>` : null}`,
  ]
}

const titleOf = (command: string): string =>
  Object.hasOwn(contract, command) ? contract[command as keyof typeof contract].title : command

/** A value in words: of a person the name, of a record the reference; whatever is no text is never shown as JSON. */
function wordsOf(papers: Papers, field: string, value: JsonValue): string {
  const person = namesPerson(field) && typeof value === 'string' ? papers.person(value) : null
  return person ?? papers.plain(recordWords(field, value))
}

function changeLine(papers: Papers, { entity, field, value }: Change): Shown {
  const text = wordsOf(papers, field, value)
  const shown = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
  return html`<div><span class="soft">${fieldWords(entity)}, ${fieldWords(field)}:</span> ${shown}</div>`
}
