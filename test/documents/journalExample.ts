import { createHash } from 'node:crypto'
import type { Change } from '../../shared/journal/change.ts'
import { tick } from '../../shared/journal/clock.ts'
import {
  canonical,
  type EntryBody,
  noPrevious,
  sealEntry,
  type StoredEntry,
  toLine,
} from '../../shared/journal/entry.ts'
import { fold, plainState } from '../../shared/journal/fold.ts'

const engagementId = 'e-1'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Two devices: both know the first entry, change the title apart, and the first learns of it before it writes again. */
const written: readonly {
  deviceId: string
  actorId: string
  at: string
  heads: EntryBody['heads']
  changes: Change[]
}[] = [
  {
    deviceId: 'dev-a',
    actorId: 'ann',
    at: '2026-10-20T09:00:00.000+02:00',
    heads: {},
    changes: [
      { entity: 'control', id: 'c-1', field: 'ref', value: 'CHG-01' },
      { entity: 'control', id: 'c-1', field: 'title', value: 'Changes are approved' },
    ],
  },
  {
    deviceId: 'dev-b',
    actorId: 'ben',
    at: '2026-10-20T09:05:00.000+02:00',
    heads: { 'dev-a': 1 },
    changes: [{ entity: 'control', id: 'c-1', field: 'title', value: 'Two people approve changes' }],
  },
  {
    deviceId: 'dev-a',
    actorId: 'ann',
    at: '2026-10-20T09:07:00.000+02:00',
    heads: {},
    changes: [{ entity: 'control', id: 'c-1', field: 'title', value: 'The owner approves changes' }],
  },
  {
    deviceId: 'dev-a',
    actorId: 'ann',
    at: '2026-10-20T09:30:00.000+02:00',
    heads: { 'dev-b': 1 },
    changes: [{ entity: 'control', id: 'c-1', field: 'owner', value: 'Q. Wolf' }],
  },
]

/** A small journal, as the program's own functions seal it. */
export function journalExample(): {
  engagementId: string
  entries: StoredEntry[]
  lines: string
  state: string
  heads: { deviceId: string; seq: number; hash: string }[]
} {
  const ends = new Map<string, { deviceId: string; seq: number; hash: string }>()
  const bodies: EntryBody[] = []
  const entries = written.map(({ deviceId, at, ...rest }) => {
    const last = ends.get(deviceId)
    const body: EntryBody = {
      engagementId,
      deviceId,
      seq: (last?.seq ?? 0) + 1,
      hlc: tick(null, Date.parse(at), deviceId),
      at,
      command: 'control.save',
      prev: last?.hash ?? noPrevious,
      ...rest,
    }
    const stored = sealEntry(body, sha256)
    ends.set(deviceId, { deviceId, seq: body.seq, hash: stored.hash })
    bodies.push(body)
    return { deviceId, stored }
  })
  const ordered = entries.toSorted((one, other) =>
    one.deviceId < other.deviceId ? -1 : one.deviceId > other.deviceId ? 1 : 0,
  )
  return {
    engagementId,
    entries: ordered.map(({ stored }) => stored),
    lines: ordered.map(({ stored }) => `${toLine(stored)}\n`).join(''),
    state: canonical(plainState(fold(bodies))),
    heads: [...ends.values()],
  }
}
