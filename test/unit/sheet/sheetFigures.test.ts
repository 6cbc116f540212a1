import { describe, expect, it } from 'vitest'
import { createSheetCells } from '../../../renderer/sheet/sheetCells.ts'
import { figuresOfAttributes, figuresOfItems } from '../../../renderer/sheet/sheetFigures.ts'
import { viewSheet } from '../../../renderer/sheet/sheetView.ts'
import type { EvaluationBasis } from '../../../shared/contract/evaluation.ts'
import type { SampleItem } from '../../../shared/contract/sample.ts'

const basis: EvaluationBasis = {
  method: 'random',
  populationSize: 250,
  confidence: 0.9,
  tolerableRate: 0.1,
  strata: null,
  extensions: [],
}

const item = (place: number): SampleItem => ({
  sampleItemId: `s-${place}`,
  order: place + 1,
  itemId: `R-${place}`,
  row: place + 2,
  date: null,
  stratum: null,
  ticket: null,
  stage: 'initial',
  replacesItemId: null,
  replacedBecause: null,
  cells: [],
  files: 0,
})

/** A sheet of 25 items and two attributes on which everything passed, and one item that was replaced. */
function passedSheet() {
  const cells = createSheetCells()
  const items = Array.from({ length: 26 }, (_, place) => item(place))
  for (const { sampleItemId } of items)
    for (const attribute of ['A', 'B']) cells.show({ sampleItemId, attribute, outcome: 'pass' })
  const procedure = {
    procedureId: 'p',
    engagementId: 'e',
    controlId: 'c',
    controlRef: 'CHG-01',
    aspect: 'operation',
    nature: 'inspection',
    timing: null,
    text: 'Inspect.',
    filledText: 'Inspect.',
    performed: null,
    libraryProcedureId: null,
    sampleId: 's',
    attributes: [
      { letter: 'A', text: 'Approved', expected: null },
      { letter: 'B', text: 'Tested', expected: null },
    ],
    warnings: [],
    resultsExpected: 50,
    resultsRecorded: 50,
    deviations: 0,
  } as const
  const sheet = {
    procedure: { ...procedure, attributes: [...procedure.attributes], openPlaceholders: [], warnings: [] },
    header: [],
    items,
    letters: ['A', 'B'],
    replaced: new Set(['s-25']),
    legend: [],
    evidence: new Map(),
    reviewNotes: new Map(),
  }
  return { cells, view: viewSheet(sheet, cells, { filter: 'all', byMonth: false }) }
}

describe('the figures above a test sheet', () => {
  it('are those of the items that count: 25 of 250 without deviation leave up to 20 (8.0 %)', () => {
    const { cells, view } = passedSheet()
    expect(figuresOfItems(basis, view, cells)).toMatchObject({
      drawn: 25,
      examined: 25,
      deviatingItems: 20,
      upperLimit: 0.08,
      supported: true,
    })
  })

  it('follow the key before anything is saved, attribute by attribute', () => {
    const { cells, view } = passedSheet()
    cells.show({ sampleItemId: 's-3', attribute: 'B', outcome: 'deviation' })
    cells.show({ sampleItemId: 's-4', attribute: 'B', outcome: 'not_applicable' })
    expect(figuresOfItems(basis, view, cells)).toMatchObject({ examined: 25, deviations: 1, rate: 0.04 })
    expect(figuresOfAttributes(basis, view, cells)).toMatchObject([
      { letter: 'A', examined: 25, deviations: 0 },
      { letter: 'B', examined: 24, notApplicable: 1, deviations: 1 },
    ])
  })

  it('say before the next key what it would cost', () => {
    const { cells, view } = passedSheet()
    cells.show({ sampleItemId: 's-0', attribute: 'A', outcome: null })
    const expected = figuresOfItems(basis, view, cells).upperLimitIfNextFails
    cells.show({ sampleItemId: 's-0', attribute: 'A', outcome: 'deviation' })
    expect(figuresOfItems(basis, view, cells).upperLimit).toBe(expected)
  })
})
