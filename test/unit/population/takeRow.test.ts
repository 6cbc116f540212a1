import { describe, expect, it } from 'vitest'
import { isDecimal } from '../../../shared/population/decimal.ts'
import { parseDate } from '../../../shared/period/dateFormat.ts'
import { type RowMapping, takeRow } from '../../../shared/population/takeRow.ts'

const mapping: RowMapping = {
  width: 4,
  itemId: { at: 0, name: 'ticket' },
  date: { at: 1, name: 'deployed', format: 'dmy' },
  stratum: { at: 2, name: 'system' },
  amount: { at: 3, name: 'cost' },
}

const take = (row: number, cells: readonly string[]) => {
  const [itemId = '', date = '', stratum = '', amount = ''] = cells
  return takeRow(mapping, { row, width: cells.length, itemId, date, stratum, amount }, parseDate)
}

describe('a row of a population', () => {
  it('is taken with its id byte for byte, its day read, and its amount as received', () => {
    expect(take(7, [' CHG-1 ', '02.04.2026 13:05', 'billing', '00012.50']).taken).toEqual({
      itemId: ' CHG-1 ',
      day: '2026-04-02',
      stratum: 'billing',
      amount: '00012.50',
    })
  })

  it('may lack a day and an amount', () => {
    expect(take(2, ['CHG-1', ' ', '', '']).taken).toMatchObject({ day: '', amount: '', stratum: '' })
  })

  it.each([
    [['CHG-1', '02/04/2026', 'x'], 'csv.ragged_row', null, 'Row 812 has 3 fields, the header has 4.'],
    [['  ', '02/04/2026', 'x', '1'], 'population.blank_id', 'ticket', 'The item id is empty.'],
    [
      ['CHG-1', '31/11/2025', 'x', '1'],
      'population.no_such_date',
      'deployed',
      '"31/11/2025" does not exist in the calendar.',
    ],
    [
      ['CHG-1', '29.02.2025', 'x', '1'],
      'population.no_such_date',
      'deployed',
      '"29.02.2025" does not exist in the calendar.',
    ],
    [
      ['CHG-1', 'soon', 'x', '1'],
      'population.unparsable_date',
      'deployed',
      '"soon" is not a date in the form DD/MM/YYYY.',
    ],
    [
      ['CHG-1', '02/04/2026', 'x', '1e3'],
      'population.unparsable_amount',
      'cost',
      '"1e3" is not a plain decimal number.',
    ],
  ])('that cannot be taken is named by row and column: %j', (cells, code, column, message) => {
    expect(take(812, cells).rejected).toEqual({ row: 812, column, code, message })
  })
})

describe('an amount', () => {
  it.each(['0', '-12.50', '+7', '9007199254740993', '00012345'])('is a plain decimal number: %s', (text) => {
    expect(isDecimal(text)).toBe(true)
  })

  it.each(['1e3', '0x1F', '\u0661\u0662', '1,5', '1.234,50', '1 000', '.5', '5.', '', 'NaN', 'Infinity', '--1'])(
    'is never guessed from %j',
    (text) => {
      expect(isDecimal(text)).toBe(false)
    },
  )
})
