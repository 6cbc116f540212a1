import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsPerBlock } from '../../../db/population/rowBlock.ts'
import { footerBytes, readFooter } from '../../../db/population/rowsFooter.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

const rows = rowsPerBlock + 1
const places = [
  { number: 0, firstRow: 2, lastRow: 65, firstDay: null, lastDay: null },
  { number: 1, firstRow: 66, lastRow: 66, firstDay: null, lastDay: null },
].map((span, at) => ({ ...span, keysStart: 100 * at, keysLength: 40, cellsStart: 100 * at + 40, cellsLength: 60 }))
const leftOut = [
  { row: 7, column: 'deployed', code: 'population.bad_date', message: 'No day.', cells: ['CHG-6', 'soon'] },
]
const whole = Buffer.concat([Buffer.alloc(200), footerBytes(places, leftOut)])

function read(file: Buffer, ofRows = rows) {
  const reader = {
    count: () => file.length,
    filePart: (_: string, start: number, length: number) => Buffer.from(file.subarray(start, start + length)),
  }
  return readFooter(reader, { sha256: 'aa', rows: ofRows })
}

/** @returns what is read, or the code that refuses it */
function outcomeOf(file: Buffer) {
  try {
    return read(file)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('the footer of a file of rows', () => {
  it('says where each block is, and which rows were left out', () => {
    expect(read(whole)).toEqual({
      blocks: [
        [0, 40, 40, 60],
        [100, 40, 140, 60],
      ],
      leftOut,
    })
  })

  it('is refused where it tells of other blocks than the population has', () => {
    expect(() => read(whole, rowsPerBlock)).toThrow(expect.objectContaining({ code: 'blob.damaged' }))
  })

  it('is refused where it leads out of the file', () => {
    const outside = places.map((place) => ({ ...place, cellsLength: 61 }))
    const file = Buffer.concat([Buffer.alloc(200), footerBytes(outside, leftOut)])
    expect(outcomeOf(file)).toBe('blob.damaged')
  })

  it('never leads out of a file that was cut or altered anywhere: it is refused, or says something that the file can have', () => {
    const altered = fc
      .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(whole.length))
      .map(([at, mask, end]) => {
        const file = Buffer.from(whole)
        file[at] = (file[at] ?? 0) ^ mask
        return end % 2 === 0 ? file : file.subarray(0, end)
      })
    fc.assert(
      fc.property(altered, (file) => {
        const outcome = outcomeOf(file)
        if (outcome === 'blob.damaged') return
        expect(outcome).toHaveProperty('blocks')
        for (const [keys, ofKeys, cells, ofCells] of typeof outcome === 'string' ? [] : outcome.blocks)
          expect(Math.max(keys + ofKeys, cells + ofCells)).toBeLessThanOrEqual(file.length)
      }),
      { numRuns: 2000 },
    )
  })
})
