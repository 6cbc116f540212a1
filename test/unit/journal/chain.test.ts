import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainCheck, ClaimedHeads } from '../../../shared/journal/chain.ts'
import { tick } from '../../../shared/journal/clock.ts'
import {
  canonical,
  type EntryBody,
  fromLine,
  noPrevious,
  sealEntry,
  type StoredEntry,
  toLine,
} from '../../../shared/journal/entry.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A chain of one device, made by the rule of the format: each entry holds the hash of the one before. */
function chainOf(length: number, deviceId = 'A'): StoredEntry[] {
  const chain: StoredEntry[] = []
  let hlc: string | null = null
  for (let seq = 1; seq <= length; seq += 1) {
    hlc = tick(hlc, 1_000 + seq, deviceId)
    chain.push(sealEntry(bodyOf(seq, hlc, chain.at(-1)?.hash ?? noPrevious, deviceId), sha256))
  }
  return chain
}

function bodyOf(seq: number, hlc: string, prev: string, deviceId: string): EntryBody {
  return {
    engagementId: 'E',
    deviceId,
    seq,
    hlc,
    at: '2026-10-20T09:00:00.000+00:00',
    actorId: 'P',
    command: 'control.save',
    heads: {},
    changes: [{ entity: 'control', id: 'C', field: 'title', value: `title ${seq}` }],
    prev,
  }
}

/** @returns the sequence number of the first entry that the check names, or 0 */
function firstBad(chain: readonly StoredEntry[]): number {
  const check = new ChainCheck('E', sha256)
  for (const stored of chain) {
    const next = check.next(stored)
    if ('bad' in next) return next.bad.seq
  }
  return 0
}

const length = 8
const place = fc.integer({ min: 0, max: length - 1 })

describe('checking a chain of entries', () => {
  it('finds nothing wrong with a chain as it was written', () => {
    expect(firstBad(chainOf(length))).toBe(0)
  })

  it('names an entry whose content was changed', () => {
    fc.assert(
      fc.property(place, (at) => {
        const chain = chainOf(length)
        chain[at] = { ...entryAt(chain, at), body: entryAt(chain, at).body.replace(`title ${at + 1}`, 'forged') }
        expect(firstBad(chain)).toBe(at + 1)
      }),
    )
  })

  it('names the entry after one that was changed and given a new hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (at) => {
        const chain = chainOf(length)
        const body = entryAt(chain, at).body.replace(`title ${at + 1}`, 'forged')
        chain[at] = { body, hash: sha256(body) }
        expect(firstBad(chain)).toBe(at + 2)
      }),
    )
  })

  it('names the gap where an entry was removed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (at) => {
        expect(firstBad(chainOf(length).toSpliced(at, 1))).toBe(at + 2)
      }),
    )
  })

  it('names the first of two entries that were swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (at) => {
        const chain = chainOf(length)
        const swapped = chain.toSpliced(at, 2, entryAt(chain, at + 1), entryAt(chain, at))
        expect(firstBad(swapped)).toBe(at + 2)
      }),
    )
  })

  it('names an entry that was inserted, whatever number it carries', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: length + 1 }), (at, seq) => {
        const chain = chainOf(length)
        const forged = sealEntry(bodyOf(seq, tick(null, 5_000, 'A'), sha256('x'), 'A'), sha256)
        expect(firstBad(chain.toSpliced(at, 0, forged))).toBe(seq)
      }),
    )
  })

  it('refuses an entry of another engagement', () => {
    const foreign = sealEntry({ ...bodyOf(1, tick(null, 1_000, 'A'), noPrevious, 'A'), engagementId: 'other' }, sha256)
    expect(firstBad([foreign])).toBe(1)
  })

  it('refuses an entry that sets a field that does not exist', () => {
    const changes = [{ entity: 'control', id: 'C', field: '__proto__', value: 1 }]
    expect(firstBad([sealEntry({ ...bodyOf(1, tick(null, 1_000, 'A'), noPrevious, 'A'), changes }, sha256)])).toBe(1)
  })

  it('refuses the same content in another order of keys: only one encoding is valid', () => {
    const [first] = chainOf(1)
    const body = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(first?.body ?? '{}') as object).toReversed()),
    )
    expect(firstBad([{ body, hash: sha256(body) }])).toBe(1)
  })

  it('refuses bytes that are no entry at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(new ChainCheck('E', sha256).next({ body, hash: sha256(body) })).toHaveProperty('bad')
      }),
    )
  })

  it('notices that the tail of one device was cut when another device knew it', () => {
    const check = new ChainCheck('E', sha256)
    const claims = new ClaimedHeads()
    for (const stored of chainOf(3)) check.next(stored)
    claims.add({ ...bodyOf(1, tick(null, 9_000, 'B'), noPrevious, 'B'), heads: { A: 5 } })
    expect(claims.beyond(check.ends)).toMatchObject({ deviceId: 'A', seq: 4 })
  })
})

describe('an entry as a line', () => {
  it('is JSON that holds the hashed bytes unchanged', () => {
    const [entry] = chainOf(1)
    if (entry === undefined) throw new TypeError('A chain of one has an entry')
    const line = toLine(entry)
    expect(JSON.parse(line)).toEqual({ hash: entry.hash, entry: JSON.parse(entry.body) })
    expect(fromLine(line)).toEqual(entry)
  })

  it('is read back from exactly one form', () => {
    const [entry] = chainOf(1)
    if (entry === undefined) throw new TypeError('A chain of one has an entry')
    expect(fromLine(` ${toLine(entry)}`)).toBeNull()
    expect(fromLine(canonical(JSON.parse(toLine(entry))))).toBeNull()
  })
})

function entryAt(chain: readonly StoredEntry[], at: number): StoredEntry {
  const entry = chain[at]
  if (entry === undefined) throw new RangeError(`No entry at ${at}`)
  return entry
}
