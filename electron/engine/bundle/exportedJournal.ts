import { chainSlices, type Reach } from '../../../db/journal/chainSlices.ts'
import { entriesAt } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import { type EntryBody, type StoredEntry, toLine } from '../../../shared/journal/entry.ts'
import { applyEntry, type PlainState, type State } from '../../../shared/journal/fold.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { entriesPerPage } from './pages/historyPages.ts'
import type { History } from './pages/bundlePages.ts'
import { plainStateOf } from './stateText.ts'

/** Entries read from the store at a time. */
const slice = 200

/** The lines of a journal up to a moment, device by device. */
export function* journalLines(reader: Reader, engagementId: string, upTo: Reach): IterableIterator<Uint8Array> {
  for (const entries of chainSlices(reader, engagementId, { upTo }, slice)) {
    yield Buffer.from(entries.map((entry) => `${toLine(entry)}\n`).join(''), 'utf8')
  }
}

/**
 * What a journal adds up to at a moment, and its entries by time in pages.
 * @param pause lets other work run between entries
 */
export async function foldJournal(
  reader: Reader,
  engagementId: string,
  upTo: Reach,
  pause: () => Promise<void>,
): Promise<{ state: PlainState; history: History }> {
  const state: State = new Map()
  const places: { hlc: string; deviceId: string; seq: number }[] = []
  for (const entries of chainSlices(reader, engagementId, { upTo }, slice)) {
    // One at a time, since an entry as it is read takes several times its text.
    for (const stored of entries) {
      const entry = bodyOf(stored)
      applyEntry(state, entry)
      places.push({ hlc: entry.hlc, deviceId: entry.deviceId, seq: entry.seq })
      await pause()
    }
  }
  places.sort((one, other) => (one.hlc < other.hlc ? -1 : 1))
  return {
    state: await plainStateOf(state, pause),
    history: {
      pages: Math.ceil(places.length / entriesPerPage),
      async *entriesOf(page) {
        const shown = places.slice(page * entriesPerPage, (page + 1) * entriesPerPage)
        for (const place of shown) {
          for (const stored of entriesAt(reader, engagementId, [place])) yield bodyOf(stored)
          await pause()
        }
      },
    },
  }
}

function bodyOf({ body }: StoredEntry): EntryBody {
  const entry = readEntryBody(body)
  if (entry === null) throw new TypeError('A journal entry cannot be read')
  return entry
}
