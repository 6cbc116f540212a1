import { headsOf } from '../../../db/journal/entries.ts'
import { planMerge, type MergedRow } from '../../../db/journal/planMerge.ts'
import { lastReceived } from '../../../db/receivedBundle.ts'
import type { Reader } from '../../../db/reader.ts'
import type { MergePreview } from '../../../shared/contract/bundleImport.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { StoredEntry } from '../../../shared/journal/entry.ts'
import type { JsonValue } from '../../../shared/journal/change.ts'
import { type FieldState, winner } from '../../../shared/journal/fold.ts'
import type { IncomingEntry } from '../../../shared/journal/incoming.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import type { Manifest } from '../bundle/manifest.ts'
import { checkedEntries } from './checkedEntries.ts'
import { recordWords } from '../../../shared/record/fieldWords.ts'
import { plainText } from '../record/plainText.ts'
import { paperWords } from './paperWords.ts'

/** Conflicts that are told one by one before they are there. */
const shownConflicts = 50

/** What importing a verified journal would do to this store, without doing it. */
export async function previewMerge(
  reader: Reader,
  manifest: Manifest,
  journal: Iterable<StoredEntry>,
  pause: () => Promise<void>,
): Promise<MergePreview> {
  const standing = standingOf(reader, manifest)
  try {
    const fresh = await checkedEntries(reader, manifest, journal, { stateSha256: null, pause })
    return { ...standing, ...effectOf(reader, manifest.engagement.id, fresh), refusal: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message } = error.toAnswer()
    return { ...standing, ...effectOf(reader, manifest.engagement.id, []), refusal: { code, message } }
  }
}

/** How what a bundle knows compares with what the store has, and with what came from that device before. */
export function standingOf(
  reader: Reader,
  { engagement, heads, exporter, created }: Pick<Manifest, 'engagement' | 'heads' | 'exporter' | 'created'>,
): Pick<MergePreview, 'isNewEngagement' | 'unknownToMaker' | 'older' | 'newerSeen'> {
  const own = headsOf(reader, engagement.id)
  const theirs = new Map(heads.map(({ deviceId, seq }) => [deviceId, seq]))
  const beyond = own.map(({ deviceId, seq }) => Math.max(0, seq - (theirs.get(deviceId) ?? 0)))
  const exporters = own.find(({ deviceId }) => deviceId === exporter.deviceId)?.seq ?? 0
  const found = theirs.get(exporter.deviceId) ?? 0
  const last = lastReceived(reader, engagement.id, exporter.deviceId)
  return {
    isNewEngagement: own.length === 0,
    unknownToMaker: beyond.reduce((sum, entries) => sum + entries, 0),
    older: found < exporters ? { deviceId: exporter.deviceId, found, known: exporters } : null,
    newerSeen:
      last !== undefined && Date.parse(last.createdAt) > Date.parse(created)
        ? { createdAt: last.createdAt, at: last.at }
        : null,
  }
}

type Effect = Pick<MergePreview, 'entries' | 'adds' | 'changes' | 'removes' | 'conflicts' | 'conflictCount'>

function effectOf(reader: Reader, engagementId: string, fresh: readonly IncomingEntry[]): Effect {
  const { rows } = planMerge(reader, engagementId, fresh)
  const conflicts = rows.flatMap((row) => row.conflicts.map((field) => ({ row, field })))
  const coming = new Set(fresh.map(({ entry }) => placeOf(entry)))
  return {
    entries: fresh.length,
    adds: counted(rows.filter((row) => row.isNew && !row.hidden)),
    changes: counted(rows.filter((row) => !row.isNew && !row.hidden)),
    removes: counted(rows.filter((row) => !row.isNew && row.hidden && row.fields.has(deletedField))),
    conflicts: conflicts
      .slice(0, shownConflicts)
      .map(({ row, field }) => conflictOf(reader, row, field, { engagementId, coming })),
    conflictCount: conflicts.length,
  }
}

function counted(rows: readonly MergedRow[]): { entity: string; papers: number }[] {
  return [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, of]) => ({ entity, papers: of.length }))
}

function conflictOf(
  reader: Reader,
  { entity, id, fields }: MergedRow,
  field: string,
  { engagementId, coming }: { engagementId: string; coming: ReadonlySet<string> },
): MergePreview['conflicts'][number] {
  const writes = fields.get(field) ?? []
  const isComing = (write: Place) => coming.has(placeOf(write))
  const counting = (of: FieldState) => (of.length === 0 ? null : winner(of).value)
  const mine = counting(writes.filter((write) => !isComing(write)))
  const theirs = counting(writes.filter(isComing))
  const plain = (value: JsonValue) => plainText(reader, engagementId)(recordWords(field, value))
  // Records that a paper names are a set, whatever the order of their ids: both sides are read in that of their references.
  const words = (value: JsonValue) =>
    field.endsWith('Ids') && Array.isArray(value) && value.length > 0
      ? value.map(plain).toSorted().join(', ')
      : plain(value)
  return {
    entity,
    id,
    field,
    paper: paperWords(reader, entity, id),
    mine,
    theirs,
    mineWords: words(mine),
    theirsWords: words(theirs),
  }
}

type Place = { deviceId: string; seq: number }

function placeOf({ deviceId, seq }: Place): string {
  return `${seq} ${deviceId}`
}
