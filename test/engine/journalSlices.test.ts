import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chainSlices, reachOf, sliceCharacters } from '../../db/journal/chainSlices.ts'
import { create } from '../../shared/journal/change.ts'
import { Laptop } from './threeLaptops.ts'

let laptop: Laptop

beforeEach(() => {
  laptop = new Laptop('A')
})
afterEach(() => laptop.close())

/** An entry of about so many characters. */
function write(number: number, characters: number): void {
  laptop.write(create('control', `c${number}`, { ref: `C-${number}`, title: 'x'.repeat(characters) }), number)
}

/** How many entries each slice has. */
function slices(size: number): number[] {
  const { engagementId } = laptop
  const { reader } = laptop.store
  return Array.from(
    chainSlices(reader, engagementId, { upTo: reachOf(reader, engagementId) }, size),
    (one) => one.length,
  )
}

describe('a journal that is read in slices', () => {
  it('has as many entries in each as were asked for', () => {
    for (let number = 1; number <= 5; number += 1) write(number, 10)
    expect(slices(2)).toEqual([2, 2, 1])
  })

  it('ends a slice after the entry that fills it, and leaves none out', () => {
    const half = sliceCharacters / 2
    for (const [at, characters] of [10, half, half, 10, sliceCharacters, 10].entries()) write(at + 1, characters)
    expect(slices(2000)).toEqual([3, 2, 1])
  })
})
