import { describe, expect, it } from 'vitest'
import { createSheetCells } from '../../../renderer/sheet/sheetCells.ts'
import { cellKey, type LoadedSheet, type SheetFilter, viewSheet } from '../../../renderer/sheet/sheetView.ts'
import type { SampleItem } from '../../../shared/contract/sample.ts'

const drawn = (order: number, date: string | null): SampleItem => ({
  sampleItemId: `i${order}`,
  order,
  itemId: `CHG-${order}`,
  row: order + 1,
  date,
  stratum: null,
  ticket: null,
  stage: 'initial',
  replacesItemId: null,
  replacedBecause: null,
  cells: [],
  files: 0,
})

const sheet: LoadedSheet = {
  procedure: {
    procedureId: 'p',
    engagementId: 'e',
    controlId: 'c',
    controlRef: 'CHG-01',
    aspect: 'operation',
    nature: 'inspection',
    timing: null,
    text: 'Inspect.',
    filledText: 'Inspect.',
    openPlaceholders: [],
    performed: null,
    libraryProcedureId: null,
    sampleId: 's',
    attributes: [
      { letter: 'A', text: 'Approved', expected: null },
      { letter: 'B', text: 'Tested', expected: null },
    ],
    warnings: [],
    resultsExpected: 8,
    resultsRecorded: 0,
    deviations: 0,
  },
  header: [],
  items: [drawn(1, '2026-04-02'), drawn(2, '2025-11-30'), drawn(3, null), drawn(4, '2026-04-01')],
  letters: ['A', 'B'],
  replaced: new Set(),
  legend: [],
  evidence: new Map(),
  reviewNotes: new Map([[cellKey('i3', 'B'), 1]]),
}

function testedSheet() {
  const cells = createSheetCells()
  cells.show({ sampleItemId: 'i1', attribute: 'A', outcome: 'pass' })
  cells.show({ sampleItemId: 'i1', attribute: 'B', outcome: 'deviation', note: 'No test.' })
  cells.show({ sampleItemId: 'i2', attribute: 'A', outcome: 'not_applicable' })
  cells.show({ sampleItemId: 'i4', attribute: 'B', tickmarks: [{ tickmarkId: 't', placed: true }] })
  return cells
}

describe('a test sheet by month', () => {
  const { rows, lines, lineOfRow } = viewSheet(sheet, createSheetCells(), { filter: 'all', byMonth: true })

  it('has its months in the order of the calendar, and in each the order of the draw; items without a date come last', () => {
    expect(rows.map(({ itemId }) => itemId)).toEqual(['CHG-2', 'CHG-1', 'CHG-4', 'CHG-3'])
    expect(lines.map((line) => ('row' in line ? rows[line.row]?.itemId : line.month))).toEqual([
      '2025-11',
      'CHG-2',
      '2026-04',
      'CHG-1',
      'CHG-4',
      null,
      'CHG-3',
    ])
  })

  it('knows the line of every item', () => {
    expect(lineOfRow.map((line) => lines[line])).toEqual(rows.map((_item, row) => ({ row })))
  })
})

describe('the items that a test sheet shows', () => {
  it.each<[SheetFilter, string[]]>([
    ['all', ['CHG-1', 'CHG-2', 'CHG-3', 'CHG-4']],
    ['untested', ['CHG-2', 'CHG-3', 'CHG-4']],
    ['deviation', ['CHG-1']],
    ['pass', ['CHG-1']],
    ['not_applicable', ['CHG-2']],
    ['noted', ['CHG-1']],
    ['tickmarked', ['CHG-4']],
    ['questioned', ['CHG-3']],
  ])('are, by %s, %s', (filter, ids) => {
    const { rows } = viewSheet(sheet, testedSheet(), { filter, byMonth: false })
    expect(rows.map(({ itemId }) => itemId)).toEqual(ids)
  })

  it('are not among the untested where they were replaced', () => {
    const replaced = { ...sheet, replaced: new Set(['i2']) }
    const { rows } = viewSheet(replaced, testedSheet(), { filter: 'untested', byMonth: false })
    expect(rows.map(({ itemId }) => itemId)).toEqual(['CHG-3', 'CHG-4'])
  })
})
