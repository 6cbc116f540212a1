import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { Refusal } from './refusal.ts'

/**
 * A second reader of journals, written from docs/JOURNAL.md and from nothing else: it imports none of the program. Where it and
 * the program disagree, the document is wrong.
 */
export type Entry = {
  engagementId: string
  deviceId: string
  seq: number
  hlc: string
  at: string
  actorId: string
  command: string
  heads: Record<string, number>
  changes: { entity: string; id: string; field: string; value: Json }[]
  prev: string
}

export type Head = { deviceId: string; seq: number; hash: string }
type Write = { entry: Entry; value: Json }
type Fields = Map<string, Write[]>
type Rows = Map<string, { entity: string; id: string; fields: Fields }>

export const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

/** @returns the entries of `journal.jsonl` whose chains hold and end at the heads; throws with the reason otherwise */
export function readJournal(text: string, engagementId: string, heads: readonly Head[], starts: readonly Head[] = []) {
  const ends = new Map(starts.map(({ deviceId, seq, hash }) => [deviceId, { seq, hash, hlc: '' }]))
  const entries: Entry[] = []
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new Refusal('the last line does not end')
  for (const line of lines) {
    const hash = line.slice(9, 73)
    const body = line.slice(83, -1)
    if (line !== `{"hash":"${hash}","entry":${body}}`) throw new Refusal('not a line')
    if (sha256(body) !== hash) throw new Refusal('the hash differs')
    const entry = JSON.parse(body) as Entry
    if (canonicalJson(entry) !== body) throw new Refusal('not canonical')
    const last = ends.get(entry.deviceId) ?? { seq: 0, hash: '0'.repeat(64), hlc: '' }
    if (entry.engagementId !== engagementId) throw new Refusal('another engagement')
    if (entry.seq !== last.seq + 1 || entry.prev !== last.hash) throw new Refusal('the chain is broken')
    if (!/^[0-9a-f]{12}-[0-9a-f]{6}-/.test(entry.hlc) || entry.hlc.slice(20) !== entry.deviceId)
      throw new Refusal('time')
    if (entry.hlc <= last.hlc) throw new Refusal('the time went back')
    ends.set(entry.deviceId, { seq: entry.seq, hash, hlc: entry.hlc })
    entries.push(entry)
  }
  const found = [...ends].map(([deviceId, { seq, hash }]) => ({ deviceId, seq, hash }))
  if (canonicalJson(byDevice(found)) !== canonicalJson(byDevice(heads))) throw new Refusal('the heads differ')
  return entries
}

/** @returns what entries come to, as `state.json` has it, and the fields on which a person has to decide */
export function foldEntries(entries: readonly Entry[]): { state: string; conflicts: string[] } {
  const rows: Rows = new Map()
  for (const entry of entries) {
    for (const { entity, id, field, value } of entry.changes) {
      const key = canonicalJson([entity, id])
      const row = rows.get(key) ?? { entity, id, fields: new Map<string, Write[]>() }
      rows.set(key, row)
      row.fields.set(field, [...(row.fields.get(field) ?? []), { entry, value }])
    }
  }
  const state: Record<string, Record<string, Record<string, Json>>> = {}
  const conflicts: string[] = []
  for (const { entity, id, fields } of rows.values()) {
    for (const [field, writes] of fields) fields.set(field, standing(writes))
    const values = Object.fromEntries([...fields].map(([field, writes]) => [field, counting(writes)]))
    ;(state[entity] ??= {})[id] = { ...values, deleted: isHidden(fields) }
    conflicts.push(
      ...[...fields]
        .filter(([field, writes]) => isConflict(field, writes))
        .map(([field]) => `${entity} ${id} ${field}`),
    )
  }
  return { state: canonicalJson(state), conflicts: conflicts.toSorted() }
}

const knew = (later: Entry, earlier: Entry) =>
  later.hlc > earlier.hlc &&
  (later.deviceId === earlier.deviceId ? later.seq > earlier.seq : (later.heads[earlier.deviceId] ?? 0) >= earlier.seq)

const standing = (writes: Write[]) => writes.filter(({ entry }) => !writes.some((other) => knew(other.entry, entry)))

const counting = (writes: Write[]): Json =>
  writes.reduce((best, write) => (write.entry.hlc > best.entry.hlc ? write : best)).value

function isHidden(fields: Fields): boolean {
  const deletions = fields.get('deleted')
  if (deletions === undefined || deletions.some(({ value }) => value !== true)) return false
  return [...fields].every(
    ([field, writes]) =>
      field === 'deleted' ||
      writes.every(({ entry }) =>
        deletions.some((deletion) => deletion.entry === entry || knew(deletion.entry, entry)),
      ),
  )
}

function isConflict(field: string, writes: Write[]): boolean {
  if (field === 'deleted') return false
  if (/^(by|at)$|(By|At)$/.test(field) && field !== 'performedBy' && field !== 'stratifyBy') return false
  return new Set(writes.map(({ value }) => canonicalJson(value))).size > 1
}

const byDevice = (heads: readonly Head[]): Json =>
  heads
    .toSorted((one, other) => (one.deviceId < other.deviceId ? -1 : 1))
    .map(({ deviceId, seq, hash }) => [deviceId, seq, hash])
