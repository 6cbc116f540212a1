import { countChosen, countEntries, headsOf } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { fieldWords } from '../../../shared/record/fieldWords.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { engagementFacts } from '../list/about.ts'
import { peopleOf } from '../lock/people.ts'
import type { PrintedPage } from '../print/printPage.ts'
import { commandTitle } from './commandTitle.ts'
import { headWords } from './headWords.ts'
import { printedEntries } from './printedEntries.ts'

type Choice = CheckedParamsOf<'journal.print'>

/** A window lays out so many entries in reasonable time; more are for a file that a program reads. */
const mostEntries = 5000

/**
 * Prepares entries of the journal as a document. The words of the heads stand on it, so that the paper can be held against the
 * store.
 * @throws DomainError `engagement.not_found`, `journal.too_long_to_print`
 */
export async function printJournal(choice: Choice, context: JobContext): Promise<ResultOf<'journal.print'>> {
  const { reader, session } = context
  loadEngagement(reader, choice.engagementId)
  const entries = countChosen(reader, choice)
  if (entries > mostEntries) throw new DomainError('journal.too_long_to_print', { entries, most: mostEntries })
  const about = aboutEntries(choice, entries, context)
  const body = await printedEntries(choice, context)
  return { entries, documentId: session.prints.keep({ title: 'Journal', about, body, landscape: false }) }
}

function aboutEntries(choice: Choice, entries: number, { reader, actor, now }: JobContext): PrintedPage['about'] {
  const { engagementId, actorId } = choice
  const total = countEntries(reader, engagementId)
  const who = actorId === undefined ? '' : peopleOf(reader, engagementId)(actorId).name
  return [
    ...engagementFacts(loadEngagement(reader, engagementId)),
    ['Narrowed to', narrowingWords(choice, who)],
    ['Entries', entries === total ? String(entries) : `${entries} of ${total}`],
    ...headsOf(reader, engagementId).map(({ seq, hash }): [string, string] => [
      `Head at entry ${seq}`,
      headWords(hash),
    ]),
    ['Written', `${instantText(now.at)} by ${actor.name}`],
  ]
}

/** @returns the filters in words; empty for the whole journal */
function narrowingWords({ command, entity, id, from, to }: Choice, who: string): string {
  return [
    who,
    command === undefined ? '' : commandTitle(command),
    entity === undefined ? '' : `changes of: ${fieldWords(entity)}`,
    id === undefined ? '' : `of one record (${id})`,
    from === undefined ? '' : `from ${from}`,
    to === undefined ? '' : `to ${to}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
