import { archiveMethods } from '../../shared/contract/changeKind.ts'
import type { StoredEntry } from '../../shared/journal/entry.ts'
import type { Bindings, Reader } from '../reader.ts'

/** The end of a device's chain in an engagement. */
export type HeadRow = { deviceId: string; seq: number; hash: string; hlc: string }

/** @returns the last entry of every device, by device */
export function headsOf(reader: Reader, engagementId: string): HeadRow[] {
  return reader.all<HeadRow>(
    'SELECT device_id AS deviceId, seq, hash, hlc FROM journal_head WHERE engagement_id = @engagementId ORDER BY device_id',
    { engagementId },
  )
}

/** Where an entry is: which of its device's. */
export type EntryPlace = { deviceId: string; seq: number }

/** The entries at places that exist, in their order, one by one. */
export function* entriesAt(
  reader: Reader,
  engagementId: string,
  places: readonly EntryPlace[],
): IterableIterator<StoredEntry> {
  for (const { deviceId, seq } of places) {
    const found = entryAt(reader, { engagementId, deviceId, seq })
    if (found === undefined) throw new TypeError('A journal only grows')
    yield found
  }
}

/** Which entries are asked for: those of a paper, a person, a command or of days. */
export type EntryChoice = {
  engagementId: string
  entity?: string | undefined
  id?: string | undefined
  actorId?: string | undefined
  command?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** How the entries to list are chosen. */
export type EntryFilter = EntryChoice & { offset: number; limit: number }

/** @returns a page of entries, newest first, of the whole engagement or of one paper */
export function entriesNewestFirst(reader: Reader, filter: EntryFilter): { total: number; entries: StoredEntry[] } {
  const { offset, limit } = filter
  return {
    total: countChosen(reader, filter),
    entries: reader.all<StoredEntry>(
      `SELECT body, hash FROM journal_entry AS entry WHERE ${chosenCondition}
       ORDER BY hlc DESC LIMIT @limit OFFSET @offset`,
      { ...bindingsOf(filter), limit, offset },
    ),
  }
}

/** @returns how many entries an engagement has */
export function countEntries(reader: Reader, engagementId: string): number {
  return reader.count('SELECT count(*) AS n FROM journal_entry WHERE engagement_id = @engagementId', { engagementId })
}

/** @returns how many entries are asked for */
export function countChosen(reader: Reader, choice: EntryChoice): number {
  return reader.count(`SELECT count(*) AS n FROM journal_entry AS entry WHERE ${chosenCondition}`, bindingsOf(choice))
}

/** The entries that are asked for, oldest first, in slices: other work may run in between, and what it adds is not among them. */
export function chosenSlices(reader: Reader, choice: EntryChoice, size: number): IterableIterator<StoredEntry[]> {
  return slicesByTime(
    reader,
    `SELECT body, hash, hlc FROM journal_entry AS entry WHERE ${chosenCondition}`,
    choice,
    size,
  )
}

/** An entry, and whether it is among those that are asked for. */
export type MarkedEntry = StoredEntry & { isChosen: 0 | 1 }

/** All entries of an engagement in the same order and slices: what a chosen one found is in those before it. */
export function markedSlices(reader: Reader, choice: EntryChoice, size: number): IterableIterator<MarkedEntry[]> {
  const sql = `SELECT body, hash, hlc, (${chosenCondition}) AS isChosen FROM journal_entry AS entry
    WHERE engagement_id = @engagementId`
  return slicesByTime(reader, sql, choice, size)
}

function* slicesByTime<T extends StoredEntry>(
  reader: Reader,
  sql: string,
  choice: EntryChoice,
  size: number,
): IterableIterator<T[]> {
  const bindings = { ...bindingsOf(choice), end: reader.count('SELECT max(position) AS n FROM journal_entry') }
  let after = ''
  while (true) {
    const slice = reader.all<T & { hlc: string }>(
      `${sql} AND position <= @end AND hlc > @after ORDER BY hlc LIMIT ${size}`,
      { ...bindings, after },
    )
    const last = slice.at(-1)
    if (last === undefined) return
    yield slice
    after = last.hlc
  }
}

function bindingsOf({ engagementId, entity, id, actorId, command, from, to }: EntryChoice): Bindings {
  return {
    engagementId,
    entity: entity ?? null,
    id: id ?? null,
    actorId: actorId ?? null,
    command: command ?? null,
    from: from ?? null,
    to: to ?? null,
  }
}

const chosenCondition = `engagement_id = @engagementId
  AND (@actorId IS NULL OR actor_id = @actorId) AND (@command IS NULL OR command = @command)
  AND (@from IS NULL OR substr(at, 1, 10) >= @from) AND (@to IS NULL OR substr(at, 1, 10) <= @to)
  AND ((@id IS NULL AND @entity IS NULL) OR position IN (SELECT position FROM journal_target
    WHERE engagement_id = @engagementId AND (@entity IS NULL OR entity = @entity) AND (@id IS NULL OR entity_id = @id)))`

/** @returns the commands by which anything was written to an engagement, by name */
export function commandsOf(reader: Reader, engagementId: string): string[] {
  return reader
    .all<{ command: string }>(
      'SELECT DISTINCT command FROM journal_entry WHERE engagement_id = @engagementId ORDER BY command',
      { engagementId },
    )
    .map(({ command }) => command)
}

/** @returns the kinds of rows that anything was written to in an engagement, by name */
export function entitiesOf(reader: Reader, engagementId: string): string[] {
  return reader
    .all<{ entity: string }>(
      'SELECT DISTINCT entity FROM journal_target WHERE engagement_id = @engagementId ORDER BY entity',
      { engagementId },
    )
    .map(({ entity }) => entity)
}

/** @returns who wrote to an engagement, by id */
export function actorsOf(reader: Reader, engagementId: string): string[] {
  return reader
    .all<{ actorId: string }>(
      'SELECT DISTINCT actor_id AS actorId FROM journal_entry WHERE engagement_id = @engagementId ORDER BY actor_id',
      { engagementId },
    )
    .map(({ actorId }) => actorId)
}

/** @returns one entry as it is kept */
export function entryAt(
  reader: Reader,
  place: { engagementId: string; deviceId: string; seq: number },
): StoredEntry | undefined {
  return reader.one<StoredEntry>(
    'SELECT body, hash FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId AND seq = @seq',
    place,
  )
}

/** Entries before a hybrid time that touched one entity, newest first: where older values are found. */
export function entriesOfEntityBefore(
  reader: Reader,
  place: { engagementId: string; entity: string; id: string; hlc: string },
): IterableIterator<StoredEntry> {
  return reader.each<StoredEntry>(
    `SELECT body, hash FROM journal_entry AS entry JOIN journal_target AS target USING (position)
     WHERE target.engagement_id = @engagementId AND target.entity = @entity AND target.entity_id = @id AND entry.hlc < @hlc
     ORDER BY entry.hlc DESC`,
    place,
  )
}

/** Entries that one person wrote in an engagement, newest first. */
export function entriesOfPerson(reader: Reader, engagementId: string, actorId: string): IterableIterator<StoredEntry> {
  return reader.each<StoredEntry>(
    'SELECT body, hash FROM journal_entry WHERE engagement_id = @engagementId AND actor_id = @actorId ORDER BY hlc DESC',
    { engagementId, actorId },
  )
}

/** @returns whether anybody else wrote to an entity after an entry */
export function changedByOthersSince(
  reader: Reader,
  entry: { engagementId: string; actorId: string; hlc: string },
  entity: string,
  id: string,
): boolean {
  const { engagementId, actorId, hlc } = entry
  return (
    reader.count(
      `SELECT count(*) AS n FROM journal_entry AS entry JOIN journal_target AS target USING (position)
       WHERE target.engagement_id = @engagementId AND target.entity = @entity AND target.entity_id = @id
         AND entry.hlc > @hlc AND entry.actor_id <> @actorId`,
      { engagementId, entity, id, hlc, actorId },
    ) > 0
  )
}

/** @returns the last entry of every device in every engagement, and in the store itself */
export function allHeads(reader: Reader): (HeadRow & { engagementId: string })[] {
  return reader.all(
    'SELECT engagement_id AS engagementId, device_id AS deviceId, seq, hash, hlc FROM journal_head ORDER BY engagement_id, device_id',
  )
}

/** @returns the number of the last entry of a device in an engagement, whatever the heads say; 0 where there is none */
export function lastSeq(reader: Reader, engagementId: string, deviceId: string): number {
  return reader.count(
    'SELECT max(seq) AS n FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId',
    { engagementId, deviceId },
  )
}

/** @returns the hash that an entry has in the journal; of an entry that is not there `undefined` */
export function entryHash(
  reader: Reader,
  { engagementId, deviceId, seq }: { engagementId: string; deviceId: string; seq: number },
): string | undefined {
  return reader.one<{ hash: string }>(
    'SELECT hash FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId AND seq = @seq',
    { engagementId, deviceId, seq },
  )?.hash
}

/** @returns the entry of an engagement whose hash begins like this */
export function entryWithHashPrefix(
  reader: Reader,
  engagementId: string,
  prefix: string,
): { deviceId: string; seq: number; at: string; actorId: string; command: string } | undefined {
  return reader.one(
    `SELECT device_id AS deviceId, seq, at, actor_id AS actorId, command FROM journal_entry
     WHERE engagement_id = @engagementId AND substr(hash, 1, length(@prefix)) = @prefix`,
    { engagementId, prefix },
  )
}

/** @returns the first entry that was written although its writer knew of the lock, and that a locked file does not take */
export function firstEntryAfterLock(
  reader: Reader,
  engagementId: string,
): { deviceId: string; seq: number; command: string } | undefined {
  return reader.one(
    `SELECT entry.device_id AS deviceId, entry.seq, entry.command FROM journal_entry AS entry
     JOIN journal_target AS target ON target.engagement_id = @engagementId AND target.entity = 'engagementLock'
     JOIN journal_entry AS lock ON lock.position = target.position
     WHERE entry.engagement_id = @engagementId
       AND (CASE entry.device_id WHEN lock.device_id THEN entry.seq
         ELSE entry.body ->> ('$.heads."' || lock.device_id || '"') + 1 END) > lock.seq
       AND entry.command NOT IN (SELECT value FROM json_each(@archive))
     ORDER BY entry.hlc LIMIT 1`,
    { engagementId, archive: JSON.stringify(archiveMethods) },
  )
}
