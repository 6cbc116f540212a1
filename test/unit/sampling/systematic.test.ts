import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systematic } from '../../../shared/sampling/systematic.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

describe('systematic selection', () => {
  it('has one random start and keeps its interval, whole or not', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        (seed, populationSize, a) => {
          fc.pre(seed.isWellFormed())
          const size = 1 + (a % populationSize)
          const positions = systematic(seed, populationSize, size, sha256)
          expect(positions).toHaveLength(size)
          expect(positions.every((position, i) => position >= Math.floor((i * populationSize) / size))).toBe(true)
          expect(positions.every((position, i) => position < ((i + 1) * populationSize) / size)).toBe(true)
          expect(new Set(positions).size).toBe(size)
        },
      ),
    )
  })

  it('takes the start from the very ends of the hash without leaving the population', () => {
    expect(systematic('s', 10, 3, () => '0'.repeat(64))).toEqual([0, 3, 6])
    expect(systematic('s', 10, 3, () => 'f'.repeat(64))).toEqual([3, 6, 9])
  })

  it('selects every item where the size is that of the population', () => {
    expect(systematic('s', 4, 4, sha256)).toEqual([0, 1, 2, 3])
  })

  it('selects nothing where nothing is asked for', () => {
    expect(systematic('s', 4, 0, sha256)).toEqual([])
  })

  it('refuses a size above the population', () => {
    expect(() => systematic('s', 4, 5, sha256)).toThrow(
      expect.objectContaining({ code: 'sampling.size_exceeds_population' }),
    )
  })
})
