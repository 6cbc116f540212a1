import type { Span } from '../../../shared/exchange/coverage.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import type { Manifest } from '../bundle/manifest.ts'

/** A file of an exchange folder with what it carries. */
export type Carried = { name: string; bytes: number; spans: Span[]; recipients: string[] }

/** @returns what the store notes of a file, so that it is neither read again nor written again while it lies in the folder */
export function noteFile(
  engagementId: string,
  way: 'left' | 'taken',
  { name, bytes, spans, recipients }: Carried,
  at: string,
): Change[] {
  const id = `${engagementId}:${name}`
  return create('exchangeFile', id, { ofEngagement: engagementId, name, bytes, way, spans, recipients, at })
}

/** What the signed list of a file says that it carries. A whole bundle carries every chain from its beginning. */
export function spansOf({ heads, continues = [] }: Pick<Manifest, 'heads' | 'continues'>): Span[] {
  const starts = new Map(continues.map(({ deviceId, seq }) => [deviceId, seq]))
  return heads.map(({ deviceId, seq }) => ({ deviceId, from: (starts.get(deviceId) ?? 0) + 1, to: seq }))
}

export function recipientsOf({ recipients }: Pick<Manifest, 'recipients'>): string[] {
  return recipients === 'passphrase' ? [] : recipients.map(({ recipient }) => recipient)
}
