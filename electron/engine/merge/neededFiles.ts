import type { Reader } from '../../../db/reader.ts'
import type { IncomingEntry } from '../../../shared/journal/incoming.ts'

/** Fields that name an encrypted file of the store by the SHA-256 of its plain bytes. */
const fileFields: ReadonlySet<string> = new Set(['evidence.sha256', 'population.rowsSha256'])

/** @returns the SHA-256 of files that entries speak of and the store does not hold */
export function neededFiles(reader: Reader, entries: readonly IncomingEntry[]): Set<string> {
  const named = new Set<string>()
  for (const { entry } of entries) {
    for (const { entity, field, value } of entry.changes) {
      if (typeof value === 'string' && fileFields.has(`${entity}.${field}`)) named.add(value)
    }
  }
  for (const sha256 of named) {
    const held = reader.count('SELECT count(*) AS n FROM evidence_file WHERE sha256 = @sha256', { sha256 })
    if (held > 0) named.delete(sha256)
  }
  return named
}
