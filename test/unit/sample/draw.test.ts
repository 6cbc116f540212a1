import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from '../../../shared/sample/draw.ts'
import type { DrawableItem } from '../../../shared/sample/drawableItem.ts'
import { type DrawnSample, extension, replacement } from '../../../shared/sample/drawFurther.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const seed = '48203571096612834477'

/** 240 items, 20 a month from October 2025 on, the last ones without a day. */
const items: DrawableItem[] = Array.from({ length: 240 }, (_, at) => {
  const month = Math.floor(at / 20)
  const day = `${month < 3 ? 2025 : 2026}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-15`
  return { row: at + 2, itemId: `CHG-${at}`, date: at < 230 ? day : null, stratum: at % 3 === 0 ? 'ledger' : null }
})

const ids = (drawn: readonly { item: DrawableItem }[]) => drawn.map(({ item }) => item.itemId)
const byTicket = (own: readonly DrawableItem[]) =>
  own
    .map(({ itemId }) => `${sha256(`${seed},${itemId}`)} ${itemId}`)
    .toSorted()
    .map((line) => line.slice(65))

const drawnSample = (sample: Partial<DrawnSample>): DrawnSample => ({
  method: 'random',
  seed,
  stratifyBy: null,
  allocation: null,
  taken: new Set(),
  ...sample,
})

describe('a draw', () => {
  it('takes the first items in the order of SHA-256 of seed, comma and id', () => {
    const { items: drawn } = draw(items, { method: 'random', size: 25, seed }, sha256)
    expect(ids(drawn)).toEqual(byTicket(items).slice(0, 25))
  })

  it('keeps its items when the list comes in another order', () => {
    const shuffled = items.toReversed()
    const plan = { method: 'random', size: 40, seed } as const
    expect(ids(draw(shuffled, plan, sha256).items)).toEqual(ids(draw(items, plan, sha256).items))
  })

  it('covers every month when it is stratified by month, month after month', () => {
    const { items: drawn, allocation } = draw(
      items,
      { method: 'stratified', size: 26, seed, stratifyBy: 'month' },
      sha256,
    )
    expect(allocation?.map(({ name }) => name)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      'no date',
    ])
    expect(allocation?.every(({ size }) => size >= 1)).toBe(true)
    expect(drawn).toHaveLength(26)
    const october = items.filter(({ date }) => date?.startsWith('2025-10') === true)
    expect(ids(drawn.filter(({ stratum }) => stratum === '2025-10'))).toEqual(byTicket(october).slice(0, 2))
    const months = drawn.map(({ stratum }) => stratum ?? '')
    expect(months).toEqual(months.toSorted((a, b) => a.localeCompare(b)))
  })

  it('names calendar quarters, and gives items without a value a stratum of their own', () => {
    const quarters = draw(items, { method: 'stratified', size: 10, seed, stratifyBy: 'quarter' }, sha256).allocation
    expect(quarters?.map(({ name }) => name)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', 'no date'])
    const systems = draw(items, { method: 'stratified', size: 9, seed, stratifyBy: 'column' }, sha256).allocation
    expect(systems).toEqual([
      { name: 'ledger', size: 3 },
      { name: 'no value', size: 6 },
    ])
  })

  it('takes chosen items once each and refuses one that the population does not hold', () => {
    const chosen = draw(items, { method: 'targeted', itemIds: ['CHG-9', 'CHG-2', 'CHG-9'] }, sha256)
    expect(ids(chosen.items)).toEqual(['CHG-9', 'CHG-2'])
    expect(chosen.items.every(({ ticket }) => ticket === null)).toBe(true)
    expect(() => draw(items, { method: 'targeted', itemIds: ['CHG-240'] }, sha256)).toThrow(/CHG-240/)
    expect(() => draw(items, { method: 'targeted', itemIds: [] }, sha256)).toThrow(/selected on purpose/)
  })
})

describe('a further draw', () => {
  it('goes on in the same order: drawing and extending gives what one larger draw gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }), (size, by) => {
        const first = ids(draw(items, { method: 'random', size, seed }, sha256).items)
        const more = ids(extension(items, drawnSample({ taken: new Set(first) }), by, sha256).items)
        expect([...first, ...more]).toEqual(ids(draw(items, { method: 'random', size: size + by, seed }, sha256).items))
      }),
      { numRuns: 20 },
    )
  })

  it('never lets a stratum shrink when a stratified sample grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (size, by) => {
        const before = draw(items, { method: 'stratified', size, seed, stratifyBy: 'month' }, sha256)
        const sample = drawnSample({
          method: 'stratified',
          stratifyBy: 'month',
          allocation: before.allocation,
          taken: new Set(ids(before.items)),
        })
        const after = extension(items, sample, by, sha256)
        expect(after.items).toHaveLength(by)
        expect(ids(after.items).filter((id) => sample.taken.has(id))).toEqual([])
        const sizes = new Map(after.allocation?.map((each) => [each.name, each.size]))
        for (const each of before.allocation ?? []) expect(sizes.get(each.name)).toBeGreaterThanOrEqual(each.size)
      }),
      { numRuns: 20 },
    )
  })

  it('replaces an item by the next of the same stratum', () => {
    const before = draw(items, { method: 'stratified', size: 26, seed, stratifyBy: 'month' }, sha256)
    const taken = new Set(ids(before.items))
    const next = replacement(
      items,
      drawnSample({ method: 'stratified', stratifyBy: 'month', taken }),
      '2026-02',
      sha256,
    )
    const february = items.filter(({ date }) => date?.startsWith('2026-02') === true)
    expect(next.item.itemId).toBe(byTicket(february)[2])
    expect(next.stratum).toBe('2026-02')
  })

  it('does not exist for selections without an order, nor beyond the last item', () => {
    for (const method of ['systematic', 'targeted', 'all'] as const) {
      expect(() => extension(items, drawnSample({ method }), 1, sha256)).toThrow(
        `A ${method} selection has no next item.`,
      )
    }
    const all = drawnSample({ taken: new Set(items.map(({ itemId }) => itemId)) })
    expect(() => replacement(items, all, null, sha256)).toThrow(/cannot be drawn from a population of 240/)
  })
})
