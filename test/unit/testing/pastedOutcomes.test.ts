import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedOutcomes } from '../../../shared/testing/pastedOutcomes.ts'

const block = (text: string) => {
  const pasted = pastedOutcomes(text)
  return pasted.read ? pasted.block : pasted
}

describe('outcomes pasted from a spreadsheet', () => {
  it.each([
    ['p', 'pass'],
    ['Pass', 'pass'],
    ['✓', 'pass'],
    ['✔️', 'pass'],
    [' yes ', 'pass'],
    ['TRUE', 'pass'],
    ['X', 'deviation'],
    ['fail', 'deviation'],
    ['Deviation', 'deviation'],
    ['✗', 'deviation'],
    ['No', 'deviation'],
    ['N/A', 'not_applicable'],
    ['–', 'not_applicable'],
    ['', null],
  ])('reads %j as %s', (word, outcome) => {
    expect(block(`${word}\tp`)).toEqual([[outcome, 'pass']])
  })

  it('takes rows and columns, and no row after the last line break', () => {
    expect(block('p\tx\r\np\tn/a\r\n')).toEqual([
      ['pass', 'deviation'],
      ['pass', 'not_applicable'],
    ])
  })

  it('fills short rows with empty cells', () => {
    expect(block('p\tp\nx')).toEqual([
      ['pass', 'pass'],
      ['deviation', null],
    ])
  })

  it('keeps an empty row between two others', () => {
    expect(block('p\n\nx\n')).toEqual([['pass'], [null], ['deviation']])
  })

  it('refuses a block with a word that it does not know, and says where it stands', () => {
    expect(block('p\tp\np\tmaybe')).toEqual({ read: false, row: 2, column: 2, text: 'maybe' })
  })

  it('does not guess whether a lone n means no or not applicable', () => {
    expect(block('y\nn')).toMatchObject({ read: false, row: 2 })
    expect(block('p\nn\nx')).toEqual([['pass'], ['not_applicable'], ['deviation']])
  })

  it('gives a rectangle or a place for whatever text is on the clipboard', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('p', 'x', 'n', '\t', '\n', '\r', ' ', '–', '__proto__') }),
        (text) => {
          const pasted = pastedOutcomes(text)
          const widths = pasted.read ? new Set(pasted.block.map((row) => row.length)).size : 1
          const place = pasted.read ? 'none' : pasted.text
          expect([widths, place === '']).toEqual([1, false])
        },
      ),
    )
  })
})
