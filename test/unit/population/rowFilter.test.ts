import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ColumnSummary } from '../../../shared/population/columnSummary.ts'
import { DecimalSum } from '../../../shared/population/decimalSum.ts'
import { cellTest } from '../../../shared/population/rowFilter.ts'
import { sortInSlices } from '../../../shared/population/sortInSlices.ts'

describe('a filter', () => {
  it.each([
    ['equal', 'Billing', 'BILLING', true],
    ['not_equal', 'billing', 'infra', true],
    ['containing', 'ill', 'Billing', true],
    ['starting', 'bi', 'Billing', true],
    ['starting', 'ill', 'Billing', false],
    ['from', '9', '10', true],
    ['to', '9', '10', false],
    ['from', '-2.5', '-2.50', true],
    ['from', 'b', 'a', false],
    ['from', '5', '', false],
  ] as const)('%s %s finds %j: %s', (is, value, text, found) => {
    expect(cellTest({ column: 'c', is, value }, false)(text)).toBe(found)
  })

  it('compares days by calendar', () => {
    const from = cellTest({ column: 'day', is: 'from', value: '2025-10-09' }, true)
    expect(['2025-10-10', '2025-10-09', '2025-10-08', ''].map((day) => from(day))).toEqual([true, true, false, false])
  })

  it('finds blank cells and filled ones', () => {
    expect(cellTest({ column: 'c', is: 'blank' }, false)(' ')).toBe(true)
    expect(cellTest({ column: 'c', is: 'filled' }, false)('x')).toBe(true)
  })
})

describe('sorting in slices', () => {
  it('gives what sorting at once gives, and keeps equal ones in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3000 }), (keys) => {
        const sorting = sortInSlices(Uint32Array.from(keys.keys()), (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
        let step = sorting.next()
        while (step.done !== true) step = sorting.next()
        const expected = [...keys.keys()].toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
        expect([...step.value]).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a sum of decimals', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['9007199254740993', '1'], '9007199254740994'],
    [['-12.50', '+2.5'], '-10.00'],
    [['-0.05', '0.05'], '0.00'],
    [['1', '0.001', '-2'], '-0.999'],
    [[], '0'],
  ])('of %j is exactly %s', (texts, sum) => {
    const total = new DecimalSum()
    for (const text of texts) total.add(text)
    expect(total.toString()).toBe(sum)
  })
})

describe('the summary of a column', () => {
  const summaryOf = (cells: readonly string[], isDay = false) => {
    const summary = new ColumnSummary(isDay)
    for (const cell of cells) summary.add(cell)
    return summary.result()
  }

  it('of numbers has extremes by value and an exact sum', () => {
    expect(summaryOf(['9', '10', '', '-2.5'])).toMatchObject({
      rows: 4,
      filled: 3,
      blank: 1,
      distinct: 3,
      kind: 'number',
      least: '-2.5',
      most: '10',
      sum: '16.5',
    })
  })

  it('of texts has the most frequent first', () => {
    expect(summaryOf(['b', 'a', 'b', 'c'])).toMatchObject({
      kind: 'text',
      least: 'a',
      most: 'c',
      sum: null,
      frequent: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
        { value: 'c', count: 1 },
      ],
    })
  })

  it('of one text among numbers is one of texts', () => {
    expect(summaryOf(['1', '2', 'n/a'])).toMatchObject({ kind: 'text', sum: null })
  })

  it('of days has the first and the last', () => {
    expect(summaryOf(['2025-10-02', '2025-09-30'], true)).toMatchObject({
      kind: 'date',
      least: '2025-09-30',
      most: '2025-10-02',
    })
  })
})
