import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetLayout } from '../../../electron/engine/spreadsheet/sheetLayout.ts'

const words = (count: number) => Array.from({ length: count }, () => 'approved').join(' ')
const sheet = (header: string[], ...rows: string[][]) => ({ name: 'Register', header, rows })
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

/** Characters that an A4 page across holds in letters of eight points: 276 mm of digits of Arial, 0.556 of their size wide. */
const acrossInEightPoints = 276 / (8 * 0.556 * 0.3528)

describe('a sheet that is laid out', () => {
  it('leaves columns as wide as what they say while they find room beside each other, its rows of one line', () => {
    const { widths, lines } = sheetLayout(sheet(['Control', 'Title'], ['CHG-01', 'Change approval']))
    expect(widths).toEqual(['Control'.length + 2, 'Change approval'.length + 2])
    expect(lines).toEqual([1, 1])
  })

  it('wraps long texts so that twelve columns stand beside each other on one page across', () => {
    const header = Array.from({ length: 12 }, (_, at) => `Head ${at}`)
    const { widths, lines } = sheetLayout(
      sheet(
        header,
        header.map(() => words(12)),
      ),
    )
    expect(sum(widths)).toBeLessThanOrEqual(acrossInEightPoints)
    expect(lines[1]).toBeGreaterThanOrEqual(Math.ceil((words(12).length * 12) / sum(widths)))
  })

  it('gives room to the column that says most, and breaks neither heads nor dates', () => {
    const short = Array.from({ length: 8 }, () => 'Compensating controls')
    const rows = Array.from({ length: 5 }, () => [words(40), '2026-09-30', ...short.map(() => words(3))])
    const { widths } = sheetLayout(sheet(['Condition', 'Said on', ...short], ...rows))
    expect(widths[0]).toBe(Math.max(...widths))
    expect(widths[1]).toBeGreaterThanOrEqual('2026-09-30'.length)
    expect(Math.min(...widths.slice(2))).toBeGreaterThanOrEqual('Compensating'.length)
  })

  it('has a line for every line break, and leaves columns that are hidden out of account', () => {
    const { widths, lines } = sheetLayout({ ...sheet(['A', 'Id'], ['one\ntwo\n\nfour', words(500)]), hidden: [1] })
    expect(lines).toEqual([1, 4])
    expect(widths[0]).toBeLessThan(12)
  })

  it('never cuts a text off: its lines hold every character of it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', 'CHG-01', 'e'.repeat(120)), maxLength: 40 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const { widths, lines } = sheetLayout(sheet(['A', 'B', 'C', 'D'], ...rows))
        for (const [row, cells] of rows.entries()) {
          for (const [at, text] of cells.entries()) {
            const room = (widths[at] ?? 0) * 1.1
            const needed = text
              .split('\n')
              .reduce((all, line) => all + Math.max(1, Math.ceil(line.trim().length / room)), 0)
            expect(lines[row + 1]).toBeGreaterThanOrEqual(needed)
          }
        }
      }),
    )
  })
})
