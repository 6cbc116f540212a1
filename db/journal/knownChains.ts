import type { KnownChains } from '../../shared/journal/incoming.ts'
import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import type { Reader } from '../reader.ts'
import { headsOf } from './entries.ts'

/** What a store holds of an engagement's chains, as of this call. */
export function knownChains(reader: Reader, engagementId: string): KnownChains {
  const ends = new Map(headsOf(reader, engagementId).map(({ deviceId, ...end }) => [deviceId, end]))
  const place = (deviceId: string, seq: number) => ({ engagementId, deviceId, seq })
  return {
    end: (deviceId) => ends.get(deviceId),
    hashAt: (deviceId, seq) =>
      reader.one<{ hash: string }>(
        'SELECT hash FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId AND seq = @seq',
        place(deviceId, seq),
      )?.hash,
    entryAt: (deviceId, seq) => {
      const stored = reader.one<{ body: string }>(
        'SELECT body FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId AND seq = @seq',
        place(deviceId, seq),
      )
      return stored === undefined ? undefined : (readEntryBody(stored.body) ?? undefined)
    },
  }
}
