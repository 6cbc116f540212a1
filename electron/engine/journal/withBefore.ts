import { countEntries, type EntryChoice, markedSlices } from '../../../db/journal/entries.ts'
import type { Change, JsonValue } from '../../../shared/journal/change.ts'
import type { EntryBody } from '../../../shared/journal/entry.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import type { JobContext } from '../handler.ts'
import { inPauses } from './inPauses.ts'

/** An entry, its hash, and its changes with what each field held before; `null` is nothing. */
export type EntryWithBefore = { entry: EntryBody; hash: string; changes: (Change & { before: JsonValue })[] }

/** Entries that are read between two chances for other work. */
const slice = 200

/**
 * The entries that are asked for, oldest first. The whole journal is read once in its order, since to look the older value of
 * every change up would read the history of every row again and again.
 */
export async function* chosenWithBefore(choice: EntryChoice, context: JobContext): AsyncGenerator<EntryWithBefore> {
  const { reader } = context
  const held = new Map<string, JsonValue>()
  const total = countEntries(reader, choice.engagementId)
  for await (const entries of inPauses(markedSlices(reader, choice, slice), total, context)) {
    for (const { body, hash, isChosen } of entries) {
      const entry = readEntryBody(body)
      if (entry === null) throw new TypeError('A journal entry cannot be read')
      const keyed = entry.changes.map((change) => ({ key: keyOf(change), change }))
      if (isChosen === 1) {
        yield { entry, hash, changes: keyed.map(({ key, change }) => ({ ...change, before: held.get(key) ?? null })) }
      }
      for (const { key, change } of keyed) held.set(key, change.value)
    }
  }
}

const keyOf = ({ entity, id, field }: Change) => JSON.stringify([entity, id, field])
