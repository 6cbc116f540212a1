import type { EntryChoice } from '../../../db/journal/entries.ts'
import { wasBehind } from '../../../shared/journal/clock.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { fieldWords, namesPerson, recordWords } from '../../../shared/record/fieldWords.ts'
import type { JobContext } from '../handler.ts'
import { peopleOf } from '../lock/people.ts'
import { type Html, markup } from '../print/html.ts'
import { plainText } from '../record/plainText.ts'
import { changedRowWords } from './changedRowWords.ts'
import { commandTitle } from './commandTitle.ts'
import { chosenWithBefore, type EntryWithBefore } from './withBefore.ts'

/** A draw or an import touches thousands of fields; paper holds the first ones and says how many there are. */
const printedChanges = 50

/** Characters of one value; whoever needs all of a longer one has the other exports. */
const printedValue = 1000

/** @returns entries as they are printed, oldest first: who, when and what, and under it each field with what it held before */
export async function printedEntries(choice: EntryChoice, context: JobContext): Promise<Html> {
  const { reader } = context
  const name = peopleOf(reader, choice.engagementId)
  const plain = plainText(reader, choice.engagementId)
  const rowWords = changedRowWords(reader)
  const value = (field: string, of: unknown) =>
    shortened(namesPerson(field) && typeof of === 'string' ? name(of).name : plain(recordWords(field, of)))
  const changeRow = ({ entity, id, field, before, value: after }: EntryWithBefore['changes'][number]) =>
    markup`<tr><td>${rowWords(entity, id)}: ${fieldWords(field)}</td><td>${value(field, before)}</td><td>${value(field, after)}</td></tr>\n`
  const bodies: Html[] = []
  for await (const { entry, changes } of chosenWithBefore(choice, context)) {
    const { seq, at, hlc, actorId, command } = entry
    const behind = wasBehind(hlc, at) ? ' · clock earlier than the entry before' : ''
    const heading = `${seq} · ${instantText(at)} · ${name(actorId).name} · ${commandTitle(command)}${behind}`
    const more = changes.length - printedChanges
    bodies.push(markup`<tbody><tr><th colspan="3" scope="rowgroup">${heading}</th></tr>
${changes.slice(0, printedChanges).map(changeRow)}${more > 0 ? moreRow(more) : markup``}</tbody>
`)
  }
  return markup`<table><colgroup><col width="30%"><col width="35%"><col width="35%"></colgroup>
<thead><tr><th scope="col">Paper and field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
${bodies}</table>
`
}

const moreRow = (more: number) =>
  markup`<tr><td colspan="3">${more === 1 ? 'and 1 more field' : `and ${more} more fields`}</td></tr>`

function shortened(text: string): string {
  if (text.length <= printedValue) return text
  return `${text.slice(0, printedValue)}… (${text.length} characters)`
}
