import { describe, expect, it } from 'vitest'
import { type LetterFacts, letterProblems } from '../../../shared/letter/letterProblems.ts'

const period = { start: '2025-10-01', end: '2026-09-30' }
const reportOn = '2026-11-20'

const assertion: LetterFacts = {
  letterId: 'a',
  kind: 'assertion',
  issuer: 'management',
  datedOn: '2026-11-18',
  signedBy: 'R. Osei, chief executive',
  periodStart: period.start,
  periodEnd: period.end,
  asOf: null,
  files: 1,
}
const representation: LetterFacts = { ...assertion, letterId: 'r', kind: 'representation', datedOn: reportOn }
/** From the day after the period for three months: 1 October to 30 December. */
const bridge: LetterFacts = {
  ...assertion,
  letterId: 'b',
  kind: 'bridge',
  datedOn: '2026-12-31',
  periodStart: '2026-10-01',
  periodEnd: '2026-12-30',
}

const codes = (letters: readonly LetterFacts[], report: string | null = reportOn) =>
  letterProblems(letters, period, report).map(({ kind, code }) => `${kind} ${code}`)

/** Problems of one letter where the others are in order. */
const ofAssertion = (facts: Partial<LetterFacts>) => codes([{ ...assertion, ...facts }, representation])
const ofRepresentation = (facts: Partial<LetterFacts>) => codes([assertion, { ...representation, ...facts }])
const ofBridge = (facts: Partial<LetterFacts>) => codes([assertion, representation, { ...bridge, ...facts }])

describe("management's letters", () => {
  it('are in order where they are signed, kept, about the period, and the representations are of the report date', () => {
    expect(codes([assertion, representation])).toEqual([])
    expect(codes([assertion, representation, bridge])).toEqual([])
  })

  it('are an assertion and a representation letter at least; a bridge letter may be missing', () => {
    expect(codes([])).toEqual(['assertion missing', 'representation missing'])
  })

  it('need a date, a signature and the file itself', () => {
    expect(ofAssertion({ datedOn: null })).toEqual(['assertion not_dated'])
    expect(ofAssertion({ signedBy: null })).toEqual(['assertion not_signed'])
    expect(ofAssertion({ files: 0 })).toEqual(['assertion no_file'])
  })

  it('are about every day of the period', () => {
    expect(ofAssertion({ periodStart: null, periodEnd: null })).toEqual(['assertion days_not_said'])
    expect(ofAssertion({ periodStart: '2025-10-02' })).toEqual(['assertion days_not_covered'])
    expect(ofRepresentation({ periodEnd: '2026-09-29' })).toEqual(['representation days_not_covered'])
    expect(ofAssertion({ periodStart: null, periodEnd: null, asOf: period.end })).toEqual([
      'assertion days_not_covered',
    ])
  })

  it('are written when what they are about is over', () => {
    expect(ofAssertion({ datedOn: '2026-09-29' })).toEqual(['assertion dated_before_end'])
    expect(ofAssertion({ datedOn: '2026-09-30' })).toEqual([])
  })

  it('of Type 1 are about its one date', () => {
    const asOf = { ...assertion, periodStart: null, periodEnd: null, asOf: '2026-09-30' }
    const found = (facts: Partial<LetterFacts>) =>
      letterProblems(
        [
          { ...asOf, ...facts },
          { ...asOf, kind: 'representation', datedOn: reportOn },
        ],
        { asOf: '2026-09-30' },
        reportOn,
      )
    expect(found({})).toEqual([])
    expect(found({ asOf: '2026-09-29' })).toMatchObject([{ kind: 'assertion', code: 'days_not_covered' }])
  })
})

describe('the representation letter', () => {
  it('is dated as of the report, neither a day before nor a day after', () => {
    expect(ofRepresentation({ datedOn: '2026-11-19' })).toEqual(['representation not_dated_as_report'])
    expect(ofRepresentation({ datedOn: '2026-11-21' })).toEqual(['representation not_dated_as_report'])
  })

  it('is not held against a report date that nobody set yet', () => {
    expect(codes([assertion, { ...representation, datedOn: '2026-11-01' }], null)).toEqual([])
  })
})

describe('the assertion', () => {
  it('is there before the report', () => {
    expect(ofAssertion({ datedOn: '2026-11-21' })).toEqual(['assertion dated_after_report'])
  })
})

describe('a bridge letter', () => {
  it("is management's and no auditor's", () => {
    expect(ofBridge({ issuer: 'auditor' })).toEqual(['bridge not_managements'])
  })

  it('reaches three months past the period at most', () => {
    expect(ofBridge({ periodEnd: '2026-12-31', datedOn: '2026-12-31' })).toEqual(['bridge bridge_too_long'])
  })

  it('leaves no day open after the period', () => {
    expect(ofBridge({ periodStart: '2026-10-02' })).toEqual(['bridge bridge_leaves_days'])
  })

  it('promises nothing of days to come', () => {
    expect(ofBridge({ datedOn: '2026-12-01' })).toEqual(['bridge dated_before_end'])
  })
})
