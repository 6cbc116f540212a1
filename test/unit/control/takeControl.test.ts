import { describe, expect, it } from 'vitest'
import { type MatrixColumns, takeControl } from '../../../shared/control/takeControl.ts'

const fields = [
  'ref',
  'title',
  'description',
  'criteria',
  'frequency',
  'type',
  'nature',
  'owner',
  'organisation',
] as const
const columns: MatrixColumns = {
  width: 9,
  of: Object.fromEntries(fields.map((field, at) => [field, { at, name: field.toUpperCase() }])),
}
const criteria = new Set(['CC6.2', 'CC6.3'])
const good = [
  ' ACC-02 ',
  'Access approval',
  'Approved first.',
  'cc6.2;CC6.3',
  'event-driven',
  'Manual',
  'preventive',
  '',
  ' Northgrid ',
]

describe('a row of a control matrix', () => {
  it('is taken with its words known and its spaces cut', () => {
    expect(takeControl(columns, criteria, { row: 2, cells: good }).control).toEqual({
      ref: 'ACC-02',
      title: 'Access approval',
      description: 'Approved first.',
      criteria: ['CC6.2', 'CC6.3'],
      frequency: 'event',
      type: 'manual',
      nature: 'preventive',
      owner: null,
      organisation: 'Northgrid',
    })
  })

  it('says nothing of a field whose column is not there', () => {
    const some: MatrixColumns = { width: 9, of: { ref: { at: 0, name: 'REF' }, title: { at: 1, name: 'TITLE' } } }
    expect(takeControl(some, criteria, { row: 2, cells: good }).control).toEqual({
      ref: 'ACC-02',
      title: 'Access approval',
    })
  })

  it.each([
    [0, '', 'control.missing_value', 'REF', 'The ref is empty.'],
    [1, '  ', 'control.missing_value', 'TITLE', 'The title is empty.'],
    [3, 'CC6.2 CC6.9', 'control.unknown_criterion', 'CRITERIA', 'CC6.9 is not a Trust Services Criterion.'],
    [4, 'sometimes', 'control.unknown_value', 'FREQUENCY', '"sometimes" is not a known frequency.'],
    [4, '', 'control.missing_value', 'FREQUENCY', 'The frequency is empty.'],
    [5, 'hybrid', 'control.unknown_value', 'TYPE', '"hybrid" is not a known type.'],
    [6, 'good', 'control.unknown_value', 'NATURE', '"good" is not a known nature.'],
  ])('that cannot be taken is named by row and column (%i: "%s")', (at, text, code, column, message) => {
    const cells = good.with(at, text)
    expect(takeControl(columns, criteria, { row: 9, cells }).rejected).toEqual({ row: 9, column, code, message })
  })

  it('has as many cells as the header', () => {
    expect(takeControl(columns, criteria, { row: 3, cells: good.slice(1) }).rejected).toMatchObject({
      row: 3,
      column: null,
      code: 'csv.ragged_row',
    })
  })
})
