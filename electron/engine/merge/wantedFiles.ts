import { missingFiles } from '../../../db/missingFiles.ts'
import type { Reader } from '../../../db/reader.ts'
import type { IncomingEntry } from '../../../shared/journal/incoming.ts'

/** Fields that name an encrypted file of the store by the SHA-256 of its plain bytes. */
const fileFields: ReadonlySet<string> = new Set(['evidence.sha256', 'population.rowsSha256'])

/** @returns the SHA-256 of the files that an entry names */
export function filesNamedBy({ changes }: Pick<IncomingEntry['entry'], 'changes'>): string[] {
  return changes.flatMap(({ entity, field, value }) =>
    typeof value === 'string' && fileFields.has(`${entity}.${field}`) ? [value] : [],
  )
}

/**
 * Which of the files that came along are to be kept, each hash once: those that the new entries name and the store does not hold,
 * and those that papers of the engagement wait for since an earlier time.
 */
export function wantedFiles<F extends { sha256: string }>(
  reader: Reader,
  engagementId: string,
  { entries, files }: { entries: readonly IncomingEntry[]; files: readonly F[] },
): F[] {
  const named = new Set(entries.flatMap(({ entry }) => filesNamedBy(entry)))
  const missing = new Set(missingFiles(reader, engagementId))
  const isHeld = (sha256: string) =>
    reader.count('SELECT count(*) AS n FROM evidence_file WHERE sha256 = @sha256', { sha256 }) > 0
  const byHash = new Map(files.map((file) => [file.sha256, file]))
  return [...byHash.values()].filter(({ sha256 }) => missing.has(sha256) || (named.has(sha256) && !isHeld(sha256)))
}
