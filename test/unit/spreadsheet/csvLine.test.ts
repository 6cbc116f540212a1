import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../electron/engine/csv/writeCsv.ts'

/** The characters with which a cell begins that a spreadsheet would run (OWASP, "CSV Injection"). */
describe('a cell of a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|A0', "'+cmd|A0"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', '"\'\r=1+1"'],
  ])('never runs: %j', (text, written) => {
    expect(csvLine([text])).toBe(`${written}\r\n`)
  })

  it.each(['-5', '+0.5', 'CHG-001', '00123', 'a=b', ''])('stays as it is where it is harmless: %j', (text) => {
    expect(csvLine([text, 'next'])).toBe(`${text},next\r\n`)
  })
})
