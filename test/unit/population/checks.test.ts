import { describe, expect, it } from 'vitest'
import { type CheckedPopulation, findFacts } from '../../../shared/population/checks.ts'

const sound: CheckedPopulation = {
  rows: 1400,
  rejectedRows: 0,
  hasDates: true,
  controlTotal: 1400,
  duplicateRows: 0,
  duplicates: [],
  lookAlikes: [],
  sequences: [],
  outside: 0,
  outOfPeriod: [],
  monthsWithoutRows: [],
  daysWithoutRows: [],
  extractedOn: '2026-10-01',
  datedAfter: 0,
  datedAfterExtract: [],
  withoutDate: 0,
}

const sentences = (changes: Partial<CheckedPopulation>) =>
  findFacts({ ...sound, ...changes }).map(({ check, sentence }) => [check, sentence])

describe('what the checks say of a population', () => {
  it('is nothing where all is well', () => {
    expect(findFacts(sound)).toEqual([])
  })

  it('is how far the list is from the control total', () => {
    expect(sentences({ controlTotal: 1402, rejectedRows: 2 })).toEqual([
      ['control_total', 'The source shows 1,402 rows, the list has 1,400, and 2 rows left out.'],
      ['rejected_rows', '2 rows of the file could not be taken and were left out.'],
    ])
  })

  it('is which numbers a sequence leaves out', () => {
    const sequence = { prefix: 'CHG-', items: 2, first: 'CHG-01', last: 'CHG-05', missing: 3 }
    const gaps = [
      { from: 'CHG-02', to: 'CHG-02', missing: 1 },
      { from: 'CHG-04', to: 'CHG-05', missing: 2 },
    ]
    expect(findFacts({ ...sound, sequences: [{ ...sequence, gaps }] })).toEqual([
      {
        check: 'sequence_gaps',
        count: 3,
        sentence: '3 numbers are left out of the sequence CHG-01 to CHG-05.',
        examples: ['CHG-02', 'CHG-04 to CHG-05 (2)'],
      },
    ])
  })

  it('is which months have no row, where the list has dates', () => {
    expect(sentences({ monthsWithoutRows: ['2026-02'] })).toEqual([
      ['months_without_rows', '1 month of the period has no row.'],
    ])
    expect(sentences({ monthsWithoutRows: ['2026-02'], hasDates: false })).toEqual([])
  })

  it('is what the extract cannot have known', () => {
    const datedAfterExtract = [{ row: 9, itemId: 'CHG-8', date: '2026-10-02' }]
    expect(findFacts({ ...sound, datedAfter: 1, datedAfterExtract })).toEqual([
      {
        check: 'dated_after_extract',
        count: 1,
        sentence: '1 row is dated after 2026-10-01, when the list was extracted.',
        examples: ['CHG-8, 2026-10-02, row 9'],
      },
    ])
  })
})
