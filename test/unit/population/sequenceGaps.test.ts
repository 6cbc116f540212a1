import { describe, expect, it } from 'vitest'
import { daysWithoutRows } from '../../../shared/population/dayGaps.ts'
import { SequenceGaps } from '../../../shared/population/sequenceGaps.ts'

function sequencesOf(ids: readonly string[]) {
  const gaps = new SequenceGaps()
  for (const id of ids) gaps.add(id)
  return gaps.result()
}

const numbered = (prefix: string, numbers: readonly number[], width = 0) =>
  numbers.map((number) => `${prefix}${String(number).padStart(width, '0')}`)

const upTo = (last: number, without: readonly number[] = []) =>
  Array.from({ length: last }, (_number, at) => at + 1).filter((number) => !without.includes(number))

describe('a numbered sequence of ids', () => {
  it('names the numbers that it leaves out, with their zeros', () => {
    const ids = numbered('CHG-', upTo(30, [7, 12, 13, 14]), 4)
    expect(sequencesOf(ids.toReversed())).toEqual([
      {
        prefix: 'CHG-',
        items: 26,
        first: 'CHG-0001',
        last: 'CHG-0030',
        missing: 4,
        gaps: [
          { from: 'CHG-0007', to: 'CHG-0007', missing: 1 },
          { from: 'CHG-0012', to: 'CHG-0014', missing: 3 },
        ],
      },
    ])
  })

  it('is found for each prefix', () => {
    const ids = [...numbered('INC', upTo(20, [3])), ...numbered('REQ', upTo(40, [8, 9]))]
    expect(sequencesOf(ids).map(({ prefix, missing }) => [prefix, missing])).toEqual([
      ['REQ', 2],
      ['INC', 1],
    ])
  })

  it('without a gap says nothing, nor do ids that come twice', () => {
    expect(sequencesOf([...numbered('CHG-', upTo(30)), 'CHG-3'])).toEqual([])
  })

  it('is none where most numbers between the ends do not occur', () => {
    expect(
      sequencesOf(
        numbered(
          'USR',
          upTo(30).map((number) => number * 977),
        ),
      ),
    ).toEqual([])
  })

  it('is none in names that end with digits', () => {
    expect(sequencesOf(Array.from({ length: 500 }, (_id, at) => `host${at * 7919}name-${at % 10}`))).toEqual([])
  })
})

describe('a list of every day', () => {
  const october = upTo(31).map((day) => `2025-10-${String(day).padStart(2, '0')}`)

  it('names the days that it leaves out', () => {
    expect(daysWithoutRows(october.filter((day) => day !== '2025-10-17'))).toEqual(['2025-10-17'])
  })

  it('is none with days of another rhythm', () => {
    expect(daysWithoutRows(october.filter((_day, at) => at % 7 < 5))).toEqual([])
  })

  it('says nothing where every day has a row', () => {
    expect(daysWithoutRows(october)).toEqual([])
  })
})
