import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copyRange,
  fillDown,
  pasteBlock,
  recordRange,
  type Target,
  toggleTickmark,
} from '../../../renderer/sheet/sheetActions.ts'
import { createSheetCells } from '../../../renderer/sheet/sheetCells.ts'
import { replacedItems, viewSheet } from '../../../renderer/sheet/sheetView.ts'
import type { SampleItem } from '../../../shared/contract/sample.ts'
import { pastedOutcomes } from '../../../shared/testing/pastedOutcomes.ts'

const item = (order: number, fields: Partial<SampleItem> = {}): SampleItem => ({
  sampleItemId: `i${order}`,
  order,
  itemId: `CHG-${order}`,
  row: order + 1,
  date: '2026-04-02',
  stratum: null,
  ticket: null,
  stage: 'initial',
  replacesItemId: null,
  replacedBecause: null,
  cells: [],
  files: 0,
  ...fields,
})

/** A sheet of items with attributes A, B and C, without results. */
function sheetOf(items: SampleItem[]): Target {
  const cells = createSheetCells()
  const attributes = ['A', 'B', 'C'].map((letter) => ({ letter, text: letter, expected: null }))
  const procedure = {
    procedureId: 'p',
    engagementId: 'e',
    controlId: 'c',
    controlRef: 'CHG-01',
    aspect: 'operation' as const,
    nature: 'inspection' as const,
    timing: null,
    text: 'Inspected the ticket.',
    filledText: 'Inspected the ticket.',
    openPlaceholders: [],
    performed: null,
    libraryProcedureId: null,
    sampleId: 's',
    attributes,
    warnings: [],
    resultsExpected: 0,
    resultsRecorded: 0,
    deviations: 0,
  }
  const sheet = {
    procedure,
    header: [],
    items,
    letters: ['A', 'B', 'C'],
    replaced: replacedItems(items),
    legend: [],
    evidence: new Map(),
    reviewNotes: new Map(),
  }
  return { view: viewSheet(sheet, cells, { filter: 'all', byMonth: false }), cells }
}

const range = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right })
const written = (writes: { sampleItemId: string; attribute: string; outcome?: unknown }[]) =>
  writes.map(({ sampleItemId, attribute, outcome }) => `${sampleItemId}${attribute} ${String(outcome)}`)

describe('a key on a range of the test sheet', () => {
  it('acts on every cell of the range', () => {
    const target = sheetOf([item(1), item(2)])
    expect(written(recordRange(target, range(0, 1, 1, 2), 'pass'))).toEqual([
      'i1B pass',
      'i1C pass',
      'i2B pass',
      'i2C pass',
    ])
  })

  it('writes nothing where the outcome is there already', () => {
    const target = sheetOf([item(1)])
    target.cells.show({ sampleItemId: 'i1', attribute: 'A', outcome: 'pass' })
    expect(written(recordRange(target, range(0, 0, 0, 1), 'pass'))).toEqual(['i1B pass'])
  })

  it('leaves replaced items alone', () => {
    const target = sheetOf([item(1), item(2, { stage: 'replacement', replacesItemId: 'CHG-1' })])
    expect(written(recordRange(target, range(0, 1, 0, 0), 'pass'))).toEqual(['i2A pass'])
  })
})

describe('filling down', () => {
  it('takes the top row of the range through it', () => {
    const target = sheetOf([item(1), item(2), item(3)])
    target.cells.show({ sampleItemId: 'i1', attribute: 'A', outcome: 'pass' })
    target.cells.show({ sampleItemId: 'i1', attribute: 'B', outcome: 'not_applicable' })
    expect(written(fillDown(target, range(0, 2, 0, 1)))).toEqual([
      'i2A pass',
      'i2B not_applicable',
      'i3A pass',
      'i3B not_applicable',
    ])
  })

  it('takes from the row above when one row is selected, and from nothing on the first', () => {
    const target = sheetOf([item(1), item(2)])
    target.cells.show({ sampleItemId: 'i1', attribute: 'A', outcome: 'pass' })
    expect(written(fillDown(target, range(1, 1, 0, 0)))).toEqual(['i2A pass'])
    expect(fillDown(target, range(0, 0, 0, 0))).toEqual([])
  })

  it('does not empty results below an untested cell', () => {
    const target = sheetOf([item(1), item(2)])
    target.cells.show({ sampleItemId: 'i2', attribute: 'A', outcome: 'pass' })
    expect(fillDown(target, range(0, 1, 0, 0))).toEqual([])
  })
})

describe('pasting', () => {
  const paste = (target: Target, text: string, at = range(0, 0, 0, 0)) => pasteBlock(target, at, pastedOutcomes(text))

  it('puts the block in from the selected cell', () => {
    const pasted = paste(sheetOf([item(1), item(2)]), 'p\tx\np\tn/a', range(0, 0, 1, 1))
    expect('writes' in pasted && written(pasted.writes)).toEqual([
      'i1B pass',
      'i1C deviation',
      'i2B pass',
      'i2C not_applicable',
    ])
  })

  it('fills the whole range with a single cell', () => {
    const pasted = paste(sheetOf([item(1), item(2)]), 'pass\r\n', range(0, 1, 0, 1))
    expect('writes' in pasted && pasted.writes).toHaveLength(4)
  })

  it('refuses a block that reaches past the last item or attribute, rather than cutting it', () => {
    expect(paste(sheetOf([item(1)]), 'p\np')).toEqual({ refused: expect.stringMatching(/2 × 1 cells do not fit/) })
    expect(paste(sheetOf([item(1)]), 'p\tp\tp\tp')).toHaveProperty('refused')
  })

  it('refuses a block with an unknown word, naming it', () => {
    expect(paste(sheetOf([item(1)]), 'p\tmaybe')).toEqual({
      refused: expect.stringMatching(/"maybe" in row 1, column 2/),
    })
  })

  it('of what was copied gives the same results', () => {
    const outcome = fc.constantFrom('pass' as const, 'deviation' as const, 'not_applicable' as const, null)
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, outcome, outcome), { minLength: 2, maxLength: 20 }), (rows) => {
        const items = rows.map((_row, index) => item(index))
        const [from, to] = [sheetOf(items), sheetOf(items)]
        for (const [row, outcomes] of rows.entries()) {
          for (const [column, each] of outcomes.entries())
            from.cells.show({ sampleItemId: `i${row}`, attribute: 'ABC'[column] ?? '', outcome: each })
        }
        const whole = range(0, rows.length - 1, 0, 2)
        const pasted = paste(to, copyRange(from, whole))
        for (const write of 'writes' in pasted ? pasted.writes : []) to.cells.show(write)
        expect(copyRange(to, whole)).toBe(copyRange(from, whole))
      }),
    )
  })
})

describe('a tickmark on a range', () => {
  const all = { top: 0, bottom: 1, left: 0, right: 1 }
  const toggled = (target: Target) => toggleTickmark(target, all, 'agreed')

  it('goes beside the cells that do not have it, and away only where all of them do', () => {
    const target = sheetOf([item(1), item(2)])
    const place = { tickmarks: [{ tickmarkId: 'agreed', placed: true }] }
    target.cells.show({ sampleItemId: 'i1', attribute: 'B', ...place })
    const writes = toggled(target)
    expect(writes).toEqual([
      { sampleItemId: 'i1', attribute: 'A', ...place },
      { sampleItemId: 'i2', attribute: 'A', ...place },
      { sampleItemId: 'i2', attribute: 'B', ...place },
    ])
    for (const write of writes) target.cells.show(write)
    const away = toggled(target)
    expect(away).toHaveLength(4)
    expect(away.every(({ tickmarks }) => tickmarks?.every(({ placed }) => !placed))).toBe(true)
  })

  it('leaves a replaced item as it stands', () => {
    const target = sheetOf([item(1), item(2, { stage: 'replacement', replacesItemId: 'CHG-1' })])
    expect(toggled(target).map(({ sampleItemId }) => sampleItemId)).toEqual(['i2', 'i2'])
  })
})
