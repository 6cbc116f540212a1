import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { keptAgainstDeletion } from '../../db/conflict.ts'
import { keepHidden } from '../../db/hiddenRow.ts'
import { compareRows } from '../../db/journal/compareRows.ts'
import { sha256Hex } from '../../db/store.ts'
import { type Change, create, hide, update } from '../../shared/journal/change.ts'
import { conflictIdOf, isOpenConflict } from '../../shared/journal/conflict.ts'
import { canonical, type EntryBody } from '../../shared/journal/entry.ts'
import { fold, plainState, type State } from '../../shared/journal/fold.ts'
import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import { Laptop } from './threeLaptops.ts'

const names = ['ann', 'ben', 'cat'] as const
type Name = (typeof names)[number]

/** What happens: somebody creates, changes or hides a control, settles what is open, or receives a part of what another holds. */
type Happening =
  | { kind: 'create' | 'change' | 'hide' | 'show'; who: Name; paper: string; title: string; clock: number }
  | { kind: 'receive'; who: Name; from: Name; most: number }
  | { kind: 'resolve'; who: Name; clock: number }

const who = fc.constantFrom(...names)
const clock = fc.integer({ min: 1_000, max: 1_050 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('create' as const, 'change' as const, 'change' as const, 'hide' as const, 'show' as const),
      who,
      paper: fc.constantFrom('CHG-01', 'ACC-03'),
      title: fc.constantFrom('Approval', 'Review', 'Backup'),
      clock,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      who,
      from: who,
      most: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resolve' as const), who, clock }) },
)
const history = fc.array(happening, { minLength: 4, maxLength: 40 })

function changesOf(laptop: Laptop, step: Exclude<Happening, { kind: 'receive' | 'resolve' }>): Change[] {
  const { title, kind } = step
  const paper = `${laptop.engagementId}:${step.paper}`
  const isThere = laptop.store.reader.count('SELECT count(*) AS n FROM control WHERE id = @paper', { paper }) > 0
  if (!isThere) return kind === 'create' ? create('control', paper, { ref: step.paper, title }) : []
  if (kind === 'hide') return hide('control', paper)
  if (kind === 'show') return [{ entity: 'control', id: paper, field: 'deleted', value: false }]
  const isHidden = laptop.store.reader.get('control', paper) === undefined
  return isHidden ? [] : update('control', paper, { title })
}

function play(laptops: ReadonlyMap<Name, Laptop>, happenings: readonly Happening[]): void {
  for (const step of happenings) {
    const laptop = laptops.get(step.who)
    if (laptop === undefined) continue
    if (step.kind === 'receive') laptop.receive(laptops.get(step.from)?.entries() ?? [], step.most)
    else if (step.kind === 'resolve') {
      const [open] = laptop.store.reader.all<{ id: string; field: string }>(
        'SELECT entity_id AS id, field FROM field_conflict WHERE engagement_id = @engagementId LIMIT 1',
        { engagementId: laptop.engagementId },
      )
      if (open !== undefined)
        laptop.write(
          [
            { entity: 'control', id: open.id, field: open.field, value: 'Settled' },
            ...keepHidden(laptop.store.reader, 'control', open.id),
          ],
          step.clock,
        )
    } else {
      const changes = changesOf(laptop, step)
      if (changes.length > 0) laptop.write(changes, step.clock)
    }
  }
}

function bodies(laptop: Laptop): EntryBody[] {
  return laptop.entries().flatMap(({ body }) => readEntryBody(body) ?? [])
}

const conflictIdsOf = (engagementId: string, state: State): string[] =>
  [...state].flatMap(([entity, papers]) =>
    [...papers].flatMap(([id, fields]) =>
      [...fields]
        .filter(([field, writes]) => isOpenConflict(field, writes))
        .map(([field, writes]) => conflictIdOf({ engagementId, entity, id, field }, writes, sha256Hex)),
    ),
  )

/** Two people made, named and deleted a paper apart; one of them then settles its name. */
const settledAfterTwoDeletions: Happening[] = [
  { kind: 'create', who: 'ann', paper: 'CHG-01', title: 'Approval', clock: 1000 },
  { kind: 'create', who: 'ben', paper: 'CHG-01', title: 'Review', clock: 1000 },
  { kind: 'hide', who: 'ben', paper: 'CHG-01', title: 'Approval', clock: 1000 },
  { kind: 'hide', who: 'ann', paper: 'CHG-01', title: 'Approval', clock: 1000 },
  { kind: 'receive', who: 'ben', from: 'ann', most: 2 },
  { kind: 'resolve', who: 'ben', clock: 1000 },
]

const laptops = new Map(names.map((name) => [name, new Laptop(name)]))
afterAll(() => laptops.forEach((laptop) => laptop.close()))
let engagements = 0

/** Plays a history on three real stores, in an engagement of its own. */
function onThreeLaptops(happenings: readonly Happening[], check: (all: Laptop[], engagementId: string) => void): void {
  engagements += 1
  const engagementId = `E${engagements}`
  for (const laptop of laptops.values()) laptop.engagementId = engagementId
  play(laptops, happenings)
  check([...laptops.values()], engagementId)
}

describe('three laptops that exchange in any order', () => {
  it(
    'come to the same state, the same conflicts and the same journal once each has all, however often',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(history, (happenings) => {
          onThreeLaptops(happenings, (team, engagementId) => {
            const all = team.map((laptop) => laptop.entries())
            for (const [place, laptop] of team.entries()) {
              for (const entries of place === 1 ? all.toReversed() : all) laptop.receive(entries)
              for (const entries of all) laptop.receive(entries)
              // What had to wait for another chain comes with the next exchange.
              for (const entries of all) expect(laptop.receive(entries)).toBe(0)
            }
            const states = team.map((laptop) => canonical(plainState(fold(bodies(laptop)))))
            expect(new Set(states).size).toBe(1)
            expect(new Set(team.map((laptop) => canonical(laptop.conflictIds().toSorted()))).size).toBe(1)
            const kept = team.map((laptop) => canonical(keptAgainstDeletion(laptop.store.reader, engagementId)))
            expect(new Set(kept).size).toBe(1)
            expect(new Set(team.map((laptop) => laptop.entries().length)).size).toBe(1)
          })
        }),
        { numRuns: 80, examples: [[settledAfterTwoDeletions]] },
      )
    },
  )

  it('hold at every moment the fold of their entries in their tables, and its conflicts', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(history, (happenings) => {
        onThreeLaptops(happenings, (team, engagementId) => {
          for (const laptop of team) {
            const state = fold(bodies(laptop))
            expect([...compareRows(laptop.store.reader, engagementId, state, 2)].at(-1)?.bad).toBeNull()
            expect(laptop.conflictIds().toSorted()).toEqual(conflictIdsOf(engagementId, state).toSorted())
          }
        })
      }),
      { numRuns: 80 },
    )
  })

  it('lose no entry and keep the author of each', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(history, (happenings) => {
        onThreeLaptops(happenings, (team) => {
          const written = team.flatMap((laptop) => bodies(laptop).filter(({ deviceId }) => deviceId === laptop.name))
          const [first, ...others] = team
          for (let round = 0; round < 2; round += 1) for (const other of others) first?.receive(other.entries())
          const held = first === undefined ? [] : bodies(first)
          expect(held.length).toBe(written.length)
          expect(held.every(({ deviceId, actorId }) => deviceId === actorId)).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })
})
