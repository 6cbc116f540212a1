import type { StoredEntry } from '../../shared/journal/entry.ts'
import type { Reader } from '../reader.ts'

/** How far the chain of each device reaches: device → `seq` of its last entry. A journal only grows, so this names a moment of it. */
export type Reach = ReadonlyMap<string, number>

/** @returns how far the entries themselves reach now, whatever the heads say */
export function reachOf(reader: Reader, engagementId: string): Reach {
  const ends = reader.all<{ deviceId: string; seq: number }>(
    `SELECT device_id AS deviceId, max(seq) AS seq FROM journal_entry
     WHERE engagement_id = @engagementId GROUP BY device_id ORDER BY device_id`,
    { engagementId },
  )
  return new Map(ends.map(({ deviceId, seq }) => [deviceId, seq]))
}

/** Characters after which a slice of a journal ends: one entry may hold the papers of a thousand files. */
export const sliceCharacters = 1024 * 1024

/**
 * Entries of an engagement device by device, each in its own order, in slices: other work may run in between, and what it
 * adds to the journal lies beyond `upTo`. A slice has `size` entries, or fewer where they are large.
 */
export function* chainSlices(
  reader: Reader,
  engagementId: string,
  { after = new Map(), upTo }: { after?: Reach; upTo: Reach },
  size: number,
): IterableIterator<StoredEntry[]> {
  for (const [deviceId, end] of upTo) {
    let seq = after.get(deviceId) ?? 0
    while (seq < end) {
      const slice = filled(
        reader.each<StoredEntry & { seq: number }>(
          `SELECT body, hash, seq FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId
           AND seq > @seq AND seq <= @end ORDER BY seq LIMIT ${size}`,
          { engagementId, deviceId, seq, end },
        ),
      )
      yield slice
      seq = slice.at(-1)?.seq ?? end
    }
  }
}

/** @returns the first entries, up to the one that fills a slice */
function filled<T extends StoredEntry>(entries: Iterable<T>): T[] {
  const slice: T[] = []
  let characters = 0
  for (const entry of entries) {
    slice.push(entry)
    characters += entry.body.length
    if (characters >= sliceCharacters) break
  }
  return slice
}
