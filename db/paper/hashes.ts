import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import { type EntityName, isEntityName } from '../../shared/model/entities.ts'
import type { Paper } from '../../shared/paper/paperForms.ts'
import { entryHash, headsOf, type HeadRow } from '../journal/entries.ts'
import type { Reader } from '../reader.ts'
import { contentSha256, paperContent } from './content.ts'
import { touchedPapers, type WrittenRows } from './touchedPapers.ts'

type Hashes = Map<string, string | null>

/** What is remembered of an engagement: a moment of its journal, and the hash of each paper that was asked for until then. */
type Remembered = { heads: readonly HeadRow[]; position: number; hashes: Hashes }

/** Bytes of entries that are read to learn what they touched; past that all papers are hashed again. */
const mostRead = 4_000_000

/**
 * Hashes of papers, remembered while a store is open. That is sound because nothing else writes meanwhile: the file is locked
 * exclusively, and its tables change with an entry of the journal alone. What an outside tool changed while the store was closed
 * is hashed anew, since nothing is remembered then. Who signs hashes for themselves, and `journal.verify` reads every row.
 */
const remembered = new WeakMap<Reader, Map<string, Remembered>>()

/** @returns the SHA-256 of what a paper says now, `null` for one that is hidden; computed anew where an entry touched it */
export function hashesOf(reader: Reader, engagementId: string): (paper: Paper) => string | null {
  const hashes = upToDate(reader, engagementId)
  return (paper) => {
    const key = `${paper.entity}:${paper.id}`
    const known = hashes.get(key)
    if (known !== undefined) return known
    const content = paperContent(reader, paper)
    const sha256 = content === undefined ? null : contentSha256(content)
    hashes.set(key, sha256)
    return sha256
  }
}

function upToDate(reader: Reader, engagementId: string): Hashes {
  const ofStore = remembered.get(reader) ?? new Map<string, Remembered>()
  remembered.set(reader, ofStore)
  const heads = headsOf(reader, engagementId)
  const before = ofStore.get(engagementId)
  if (before !== undefined && isSame(before.heads, heads)) return before.hashes
  const hashes: Hashes = before === undefined ? new Map() : stillTrue(reader, engagementId, before)
  const position = reader.count('SELECT max(position) AS n FROM journal_entry WHERE engagement_id = @engagementId', {
    engagementId,
  })
  ofStore.set(engagementId, { heads, position, hashes })
  return hashes
}

const isSame = (one: readonly HeadRow[], other: readonly HeadRow[]): boolean =>
  one.length === other.length && one.every(({ hash }, place) => hash === other[place]?.hash)

/** @returns the hashes of papers that no entry touched since; none where the journal is not the one of before, gone on */
function stillTrue(reader: Reader, engagementId: string, { heads, position, hashes }: Remembered): Hashes {
  const since = { engagementId, position }
  const bytes = reader.count(
    'SELECT sum(length(body)) AS n FROM journal_entry WHERE engagement_id = @engagementId AND position > @position',
    since,
  )
  const goesOn = heads.every((head) => entryHash(reader, { engagementId, ...head }) === head.hash)
  if (!goesOn || bytes > mostRead) return new Map()
  const { keys, kinds } = touchedPapers(reader, writtenSince(reader, since))
  const isTouched = (key: string) => keys.has(key) || [...kinds].some((kind) => key.startsWith(`${kind}:`))
  return new Map([...hashes].filter(([key]) => !isTouched(key)))
}

function writtenSince(reader: Reader, since: { engagementId: string; position: number }): WrittenRows {
  const written = new Map<EntityName, Set<string>>()
  const entries = reader.all<{ body: string }>(
    'SELECT body FROM journal_entry WHERE engagement_id = @engagementId AND position > @position',
    since,
  )
  for (const { body } of entries) {
    for (const { entity, id } of readEntryBody(body)?.changes ?? []) {
      if (!isEntityName(entity)) continue
      const ids = written.get(entity) ?? new Set()
      written.set(entity, ids.add(id))
    }
  }
  return written
}
