import { chainSlices, reachOf } from '../../../db/journal/chainSlices.ts'
import { chosenSlices, countChosen } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { JsonValue } from '../../../shared/journal/change.ts'
import { wasBehind } from '../../../shared/journal/clock.ts'
import { type EntryBody, toLine } from '../../../shared/journal/entry.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import { loadEngagement } from '../engagement.ts'
import { exportFile } from '../exportFile.ts'
import type { JobContext } from '../handler.ts'
import { peopleOf } from '../lock/people.ts'
import { plainText } from '../record/plainText.ts'
import { commandTitle } from './commandTitle.ts'
import { inPauses } from './inPauses.ts'
import { chosenWithBefore } from './withBefore.ts'

type Params = CheckedParamsOf<'journal.export'>
type Choice = Omit<Params, 'file' | 'format'>

/** Entries that are read between two chances for other work. */
const slice = 200

/**
 * Writes the journal, or the entries that are asked for. JSON lines are the entries as they are kept, hash and hashed bytes: the
 * whole is what `journal.jsonl` of a bundle is, device by device, so that its chain can be verified without this program. CSV has
 * a row for each field that was changed, with what it held before, oldest first.
 * @throws DomainError `engagement.not_found`, those of {@link exportFile}
 */
export async function exportJournal(
  { file: ref, format, ...choice }: Params,
  context: JobContext,
): Promise<ResultOf<'journal.export'>> {
  loadEngagement(context.reader, choice.engagementId)
  const file = context.resolvePath(ref)
  const entries = countChosen(context.reader, choice)
  const isCsv = (format ?? (file.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl')) === 'csv'
  const written = isCsv
    ? await writeCsv(file, { header, rows: csvRows(choice, context) }, context.signal)
    : await exportFile(file, lines(choice, entries, context), context.signal)
  return { file, entries, ...written }
}

async function* lines(choice: Choice, total: number, context: JobContext): AsyncGenerator<Uint8Array> {
  const { reader } = context
  const { engagementId, ...filter } = choice
  const isWhole = Object.values(filter).every((value) => value === undefined)
  const slices = isWhole
    ? chainSlices(reader, engagementId, { upTo: reachOf(reader, engagementId) }, slice)
    : chosenSlices(reader, choice, slice)
  for await (const entries of inPauses(slices, total, context)) {
    yield Buffer.from(entries.map((entry) => `${toLine(entry)}\n`).join(''), 'utf8')
  }
}

const header = [
  'At',
  'Who',
  'Command',
  'What',
  'Device',
  'Entry',
  'Clock behind',
  'Kind',
  'Id',
  'Field',
  'Before',
  'Value',
  'Hash',
]

async function* csvRows(choice: Choice, context: JobContext): AsyncGenerator<readonly string[]> {
  const { reader } = context
  const { engagementId } = choice
  const name = peopleOf(reader, engagementId)
  const plain = plainText(reader, engagementId)
  for await (const { entry, hash, changes } of chosenWithBefore(choice, context)) {
    const facts = factsOf(entry, name(entry.actorId).name)
    for (const { entity, id, field, before, value } of changes) {
      yield [...facts, entity, id, field, plain(textOf(before)), plain(textOf(value)), hash]
    }
  }
}

function factsOf({ hlc, at, command, deviceId, seq }: EntryBody, actor: string): string[] {
  return [at, actor, command, commandTitle(command), deviceId, String(seq), wasBehind(hlc, at) ? 'yes' : '']
}

function textOf(value: JsonValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
