import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tick } from '../../../shared/journal/clock.ts'
import { canonical, type EntryBody, noPrevious } from '../../../shared/journal/entry.ts'
import { fold, isConflict, plainState, winner } from '../../../shared/journal/fold.ts'

const devices = ['A', 'B', 'C'] as const
type Device = (typeof devices)[number]

/** What happens on the devices: somebody writes a field, hides a paper, or one device receives all that another has. */
type Happening =
  | { kind: 'write'; device: Device; id: string; field: string; value: number; clock: number }
  | { kind: 'hide'; device: Device; id: string; clock: number }
  | { kind: 'receive'; device: Device; from: Device }

const device = fc.constantFrom(...devices)
const clock = fc.integer({ min: 1_000, max: 1_050 })
const id = fc.constantFrom('CHG-01', 'ACC-03')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      device,
      id,
      field: fc.constantFrom('title', 'owner'),
      value: fc.integer({ min: 0, max: 3 }),
      clock,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), device, id, clock }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('receive' as const), device, from: device }) },
)

/** Three laptops, simulated: each holds entries, and writes knowing those it holds. */
function play(happenings: readonly Happening[]): Map<Device, EntryBody[]> {
  const held = new Map<Device, EntryBody[]>(devices.map((name) => [name, []]))
  for (const step of happenings) {
    const own = held.get(step.device) ?? []
    if (step.kind === 'receive') own.push(...(held.get(step.from) ?? []).filter((entry) => !own.includes(entry)))
    else own.push(write(own, step))
  }
  return held
}

function write(known: readonly EntryBody[], step: Exclude<Happening, { kind: 'receive' }>): EntryBody {
  const lastSeq = (name: string) => known.filter((entry) => entry.deviceId === name).length
  const latest =
    known
      .map(({ hlc }) => hlc)
      .toSorted()
      .at(-1) ?? null
  const change =
    step.kind === 'hide'
      ? { entity: 'control', id: step.id, field: 'deleted', value: true }
      : { entity: 'control', id: step.id, field: step.field, value: step.value }
  const others = devices.filter((name) => name !== step.device && lastSeq(name) > 0)
  return {
    engagementId: 'E',
    deviceId: step.device,
    seq: lastSeq(step.device) + 1,
    hlc: tick(latest, step.clock, step.device),
    at: '2026-10-20T09:00:00.000+00:00',
    actorId: step.device,
    command: 'control.save',
    heads: Object.fromEntries(others.map((name) => [name, lastSeq(name)])),
    changes: [change],
    prev: noPrevious,
  }
}

const stateOf = (entries: Iterable<EntryBody>) => canonical(plainState(fold(entries)))
const union = (held: Map<Device, EntryBody[]>) => [...new Set([...held.values()].flat())]
const history = fc.array(happening, { maxLength: 40 })

describe('the fold of the journal', () => {
  it('gives the same state in whatever order the entries of three devices arrive', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (happenings, numbers) => {
        const entries = union(play(happenings))
        const shuffled = entries
          .map((entry) => ({ entry, place: numbers.next().value ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ entry }) => entry)
        expect(stateOf(shuffled)).toBe(stateOf(entries))
      }),
    )
  })

  it('is not changed by entries that arrive twice', () => {
    fc.assert(
      fc.property(history, (happenings) => {
        const entries = union(play(happenings))
        expect(stateOf([...entries, ...entries.toReversed()])).toBe(stateOf(entries))
      }),
    )
  })

  it('is the same whether two devices merge into each other first or into a third', () => {
    fc.assert(
      fc.property(history, (happenings) => {
        const held = play(happenings)
        const [a = [], b = [], c = []] = devices.map((name) => held.get(name))
        expect(stateOf([...a, ...b, ...c])).toBe(stateOf([...c, ...a, ...b]))
      }),
    )
  })

  it('loses no write: each one is in the state of its field, or somebody who knew it wrote after it', () => {
    fc.assert(
      fc.property(history, (happenings) => {
        const entries = union(play(happenings))
        const state = fold(entries)
        for (const entry of entries) {
          for (const { entity, id: paper, field } of entry.changes) {
            const writes = state.get(entity)?.get(paper)?.get(field) ?? []
            const stands = writes.some((one) => one.deviceId === entry.deviceId && one.seq === entry.seq)
            const isKnown = writes.some((one) =>
              one.deviceId === entry.deviceId ? one.seq > entry.seq : (one.heads[entry.deviceId] ?? 0) >= entry.seq,
            )
            expect(stands || isKnown).toBe(true)
          }
        }
      }),
    )
  })

  it('takes the last value of a device that works alone, whatever its clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ value: fc.nat(), clock }), { minLength: 1, maxLength: 20 }), (writes) => {
        const held = play(writes.map((step) => ({ kind: 'write', device: 'A', id: 'CHG-01', field: 'title', ...step })))
        const state = plainState(fold(union(held)))
        expect(state['control']?.['CHG-01']?.['title']).toBe(writes.at(-1)?.value)
      }),
    )
  })

  it('keeps both values as a conflict when two devices change a field without knowing of each other', () => {
    const held = play([
      { kind: 'write', device: 'A', id: 'CHG-01', field: 'title', value: 1, clock: 1000 },
      { kind: 'receive', device: 'B', from: 'A' },
      { kind: 'write', device: 'A', id: 'CHG-01', field: 'title', value: 2, clock: 1010 },
      { kind: 'write', device: 'B', id: 'CHG-01', field: 'title', value: 3, clock: 1020 },
    ])
    const writes = fold(union(held)).get('control')?.get('CHG-01')?.get('title') ?? []
    expect(new Set(writes.map(({ value }) => value))).toEqual(new Set([2, 3]))
    expect(isConflict(writes)).toBe(true)
    expect(winner(writes).value).toBe(3)
  })

  it('ends a conflict when a person who saw both values decides', () => {
    const held = play([
      { kind: 'write', device: 'A', id: 'CHG-01', field: 'title', value: 2, clock: 1010 },
      { kind: 'write', device: 'B', id: 'CHG-01', field: 'title', value: 3, clock: 1020 },
      { kind: 'receive', device: 'C', from: 'A' },
      { kind: 'receive', device: 'C', from: 'B' },
      { kind: 'write', device: 'C', id: 'CHG-01', field: 'title', value: 1, clock: 1000 },
    ])
    const writes = fold(union(held)).get('control')?.get('CHG-01')?.get('title') ?? []
    expect(isConflict(writes)).toBe(false)
    expect(winner(writes).value).toBe(1)
  })

  it('keeps an edit that whoever deleted the paper did not know of', () => {
    const held = play([
      { kind: 'write', device: 'A', id: 'CHG-01', field: 'title', value: 1, clock: 1000 },
      { kind: 'receive', device: 'B', from: 'A' },
      { kind: 'hide', device: 'A', id: 'CHG-01', clock: 1040 },
      { kind: 'write', device: 'B', id: 'CHG-01', field: 'title', value: 2, clock: 1010 },
    ])
    const control = plainState(fold(union(held)))['control']?.['CHG-01']
    expect(control).toEqual({ title: 2, deleted: false })
  })

  it('hides a paper that nobody edited meanwhile', () => {
    const held = play([
      { kind: 'write', device: 'A', id: 'CHG-01', field: 'title', value: 1, clock: 1000 },
      { kind: 'hide', device: 'A', id: 'CHG-01', clock: 1001 },
    ])
    expect(plainState(fold(union(held)))['control']?.['CHG-01']?.['deleted']).toBe(true)
  })
})

describe('canonical form of an entry', () => {
  it('is RFC 8785: keys sorted by UTF-16 code units, shortest numbers, no spaces (section 3.2.3 of the RFC)', () => {
    expect(canonical({ '\u20ac': 1, '\r': 2, '1': 1e30, a: [1.5, 4.5e-7, true, null] })).toBe(
      '{"\\r":2,"1":1e+30,"a":[1.5,4.5e-7,true,null],"€":1}',
    )
  })

  it('gives the SHA-256 that any other program computes of the same bytes', () => {
    const text = canonical({ b: 1, a: 'ü' })
    expect(createHash('sha256').update('{"a":"ü","b":1}', 'utf8').digest('hex')).toBe(
      createHash('sha256').update(text, 'utf8').digest('hex'),
    )
  })
})
