import { describe, expect, it } from 'vitest'
import { countFindings, examineItems, type ExaminedCell } from '../../../shared/sample/examine.ts'

const cells = (itemId: string, ...outcomes: ExaminedCell['outcome'][]): ExaminedCell[] =>
  outcomes.map((outcome, at) => ({ sampleItemId: itemId, stratum: null, attribute: 'ABC'.charAt(at), outcome }))

const findings = (...all: ExaminedCell[][]) => countFindings(examineItems(all.flat()))

describe('items by the worst of their attributes', () => {
  it('deviates with one failed attribute, whatever else is untested', () => {
    expect(findings(cells('1', 'pass', 'deviation', null))).toMatchObject({ deviations: 1, examined: 1, untested: 0 })
  })

  it('stays untested until its last attribute has an outcome', () => {
    expect(findings(cells('1', 'pass', null), cells('2', 'not_applicable', null))).toMatchObject({
      untested: 2,
      examined: 0,
    })
  })

  it('does not count as examined when nothing was applicable, and does when something was', () => {
    expect(findings(cells('1', 'not_applicable', 'not_applicable'), cells('2', 'not_applicable', 'pass'))).toEqual({
      drawn: 2,
      examined: 1,
      notApplicable: 1,
      untested: 0,
      deviations: 0,
    })
  })

  it('counts an item without any test sheet as untested', () => {
    const item = { sampleItemId: '1', stratum: null, attribute: null, outcome: null }
    expect(countFindings(examineItems([item]))).toMatchObject({ drawn: 1, untested: 1 })
  })
})
