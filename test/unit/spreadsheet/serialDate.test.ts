import { describe, expect, it } from 'vitest'
import { cellPlace } from '../../../shared/spreadsheet/cellPlace.ts'
import { builtInKind, kindOfCode } from '../../../shared/spreadsheet/dateFormatCode.ts'
import { numberText } from '../../../shared/spreadsheet/numberText.ts'
import { serialText } from '../../../shared/spreadsheet/serialDate.ts'

describe('a serial date', () => {
  // Values as Excel shows them for the same numbers.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_931, '2025-10-01'],
    [46_114.545_138_888_89, '2026-04-02 13:05:00'],
    [46_114.999_999_9, '2026-04-03'],
    [2_958_465, '9999-12-31'],
  ])('%s of the 1900 system is %s', (serial, text) => {
    expect(serialText(serial, 'date', false)).toBe(text)
  })

  it.each([
    [0, '1904-01-01'],
    [44_469, '2025-10-01'],
  ])('%s of the 1904 system is %s', (serial, text) => {
    expect(serialText(serial, 'date', true)).toBe(text)
  })

  it('may be a time of day or a span', () => {
    expect(serialText(0.5, 'time', false)).toBe('12:00:00')
    expect(serialText(1.5, 'elapsed', false)).toBe('36:00:00')
  })

  it.each([-1, 2_958_466, Number.NaN])('is none: %s', (serial) => {
    expect(serialText(serial, 'date', false)).toBeNull()
  })
})

describe('a number format', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d-mmm-yy;@', 'date'],
    ['dd/mm/yyyy hh:mm', 'date'],
    ['mmm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'elapsed'],
    ['General', 'number'],
    ['0.00" days"', 'number'],
    [String.raw`0\d`, 'number'],
    ['#,##0.00;[Red]-#,##0.00', 'number'],
    ['_-* #,##0.00_-', 'number'],
    ['@', 'number'],
  ])('%s shows a %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind)
  })

  it.each([
    [0, 'number'],
    [14, 'date'],
    [20, 'time'],
    [22, 'date'],
    [46, 'elapsed'],
    [49, 'number'],
  ])('of the number %s shows a %s', (id, kind) => {
    expect(builtInKind(id)).toBe(kind)
  })
})

describe('a number of a workbook', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1.2345E3', '1234.5'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['-1.5e21', '-1500000000000000000000'],
    ['12345678901234567', '12345678901234600'],
    ['007', '7'],
    ['x', null],
    ['', null],
  ])('%s reads %s', (stored, text) => {
    expect(numberText(stored)).toBe(text)
  })
})

describe('the place of a cell', () => {
  it.each([
    ['A1', { column: 0, row: 1 }],
    ['AB12', { column: 27, row: 12 }],
    ['XFD1048576', { column: 16_383, row: 1_048_576 }],
    ['XFE1', null],
    ['A1048577', null],
    ['A0', null],
    ['1A', null],
  ])('%s', (reference, place) => {
    expect(cellPlace(reference)).toEqual(place)
  })
})
