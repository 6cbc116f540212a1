import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBytes } from '../../../shared/sampling/byteOrder.ts'
import { nextInOrder, select } from '../../../shared/sampling/select.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const seed = '48203571096612834477'
const ids = (count: number) => Array.from({ length: count }, (_, i) => `CHG-${String(i + 1).padStart(5, '0')}`)
const idsOf = (items: { itemId: string }[]) => items.map(({ itemId }) => itemId)
const someIds = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 60 })

describe('random selection', () => {
  it('gives each item the SHA-256 of seed, comma and id, as the shell computes it', () => {
    // printf '%s,%s' 1 a | sha256sum
    expect(select('1', ['a'], 1, sha256)).toEqual([
      { itemId: 'a', ticket: '66f3a21bcc1b0c8de577d2ac42654115c1d0733c12163443db849ff091e8e54c' },
    ])
  })

  it('takes the lowest tickets of all, in their order', () => {
    fc.assert(
      fc.property(someIds, fc.nat(60), (itemIds, wanted) => {
        const size = Math.min(wanted, itemIds.length)
        const all = itemIds.map((itemId) => ({ itemId, ticket: sha256(`${seed},${itemId}`) }))
        const lowest = all.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, size)
        expect(select(seed, itemIds, size, sha256)).toEqual(lowest)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        someIds.chain((itemIds) =>
          fc.tuple(fc.constant(itemIds), fc.shuffledSubarray(itemIds, { minLength: itemIds.length })),
        ),
        ([itemIds, shuffled]) => {
          const size = Math.ceil(itemIds.length / 2)
          expect(select(seed, shuffled, size, sha256)).toEqual(select(seed, itemIds, size, sha256))
        },
      ),
    )
  })

  it('keeps what was drawn as the beginning of an extension', () => {
    fc.assert(
      fc.property(someIds, fc.nat(60), fc.nat(60), (itemIds, a, b) => {
        const size = Math.min(a, itemIds.length)
        const more = Math.min(b, itemIds.length - size)
        const drawn = select(seed, itemIds, size, sha256)
        const added = nextInOrder(seed, itemIds, new Set(idsOf(drawn)), more, sha256)
        expect([...drawn, ...added]).toEqual(select(seed, itemIds, size + more, sha256))
      }),
    )
  })

  it('replaces an item by the next ticket, never by one that was drawn', () => {
    const order = select(seed, ids(100), 100, sha256)
    const drawn = new Set(idsOf(order.slice(0, 25)))
    expect(nextInOrder(seed, ids(100), drawn, 1, sha256)).toEqual([order[25]])
  })

  it('settles equal tickets by the bytes of the ids, as sort in the C locale does', () => {
    const sameTicket = () => '0'.repeat(64)
    const itemIds = ['\u{1F600}', '\u{FF5E}', 'b', 'ab', 'a', '\u{E9}']
    expect(idsOf(select(seed, itemIds, 6, sameTicket))).toEqual(['a', 'ab', 'b', '\u{E9}', '\u{FF5E}', '\u{1F600}'])
    expect(idsOf(select(seed, itemIds, 2, sameTicket))).toEqual(['a', 'ab'])
  })

  it('draws nothing from a population with a duplicate, even if it would not be selected', () => {
    const itemIds = [...ids(50), 'CHG-00007']
    expect(() => select(seed, itemIds, 1, sha256)).toThrow(
      expect.objectContaining({ code: 'sampling.duplicate_id', details: { itemId: 'CHG-00007' } }),
    )
  })

  it('tells ids apart that differ only in case, spaces or normalisation', () => {
    const alike = ['a', 'A', ' a', 'a ', '\u{E4}', 'a\u{308}']
    expect(select(seed, alike, 6, sha256)).toHaveLength(6)
  })

  it('draws none or all', () => {
    expect(select(seed, ids(5), 0, sha256)).toEqual([])
    expect(idsOf(select(seed, ids(5), 5, sha256)).toSorted()).toEqual(ids(5))
  })

  it.each([
    ['more items than there are', ids(3), 4, 'sampling.size_exceeds_population'],
    ['a part of an item', ids(3), 1.5, 'sampling.invalid_parameter'],
    ['an id with half a character, which has no UTF-8', ['\u{D83D}'], 1, 'sampling.invalid_parameter'],
  ])('refuses %s', (_name, itemIds, size, code) => {
    expect(() => select(seed, itemIds, size, sha256)).toThrow(expect.objectContaining({ code }))
  })
})

describe('order of ids', () => {
  it('is that of their UTF-8 bytes', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      '\u{E9}',
      '\u{D7FF}',
      '\u{E000}',
      '\u{FF5E}',
      '\u{10000}',
      '\u{1F600}',
      '\u{10FFFF}',
    )
    const text = fc.string({ unit, maxLength: 4 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')))
      }),
    )
  })
})
