import { describe, expect, it } from 'vitest'
import { type ReviewedPaper, reviewPoints } from '../../../shared/gates/reviewPoints.ts'

type SignOffs = ReviewedPaper['signOffs']

const signed = (role: SignOffs[number]['role'], more: Partial<SignOffs[number]> = {}): SignOffs[number] => ({
  role,
  at: '2026-10-10T09:00:00+02:00',
  changedSince: false,
  valid: true,
  ...more,
})

function codes(signOffs: SignOffs, facts: { hasReviewer?: boolean; reportOn?: string; openNotes?: number } = {}) {
  const { hasReviewer = true, reportOn = '2026-10-12', openNotes = 0 } = facts
  const paper: ReviewedPaper = { target: { entity: 'control', id: 'c' }, signOffs, openNotes }
  return reviewPoints({ papers: [paper], hasReviewer, reportOn, words: () => 'CHG-01' }).map(
    ({ code, count }) => `${code} ${count}`,
  )
}

describe('the review of a paper', () => {
  it('is open until a preparer and somebody else have signed it as it stands', () => {
    expect(codes([])).toEqual(['paper_not_signed 1'])
    expect(codes([signed('preparer')])).toEqual(['paper_not_reviewed 1'])
    expect(codes([signed('preparer'), signed('reviewer')])).toEqual([])
    expect(codes([signed('preparer'), signed('partner')])).toEqual([])
  })

  it('asks no second person of a practitioner who works alone', () => {
    expect(codes([signed('preparer')], { hasReviewer: false })).toEqual([])
  })

  it('is open again when the paper changed since, and by notes that are not cleared', () => {
    expect(codes([signed('preparer', { changedSince: true }), signed('reviewer', { changedSince: true })])).toEqual([
      'changed_since_sign_off 1',
    ])
    expect(codes([signed('preparer'), signed('reviewer')], { openNotes: 3 })).toEqual(['note_open 3'])
  })

  it('counts no sign-off that is not genuine', () => {
    expect(codes([signed('preparer', { valid: false })])).toEqual(['sign_off_invalid 1', 'paper_not_signed 1'])
  })

  it('asks for no signature on a file, which supports other papers', () => {
    const file: ReviewedPaper = { target: { entity: 'evidence', id: 'e' }, signOffs: [], openNotes: 1 }
    expect(reviewPoints({ papers: [file], hasReviewer: true, reportOn: null, words: () => 'a.pdf' })).toEqual([
      { code: 'note_open', entity: 'evidence', id: 'e', label: 'a.pdf', count: 1 },
    ])
  })
})

describe('a quality review', () => {
  const both = [signed('preparer'), signed('reviewer')]

  it.each([
    ['on the day of the report', '2026-10-12T23:00:00+02:00', []],
    ['on the day after it', '2026-10-13T00:30:00+02:00', ['quality_review_late 1']],
  ])('%s', (_when, at, expected) => {
    expect(codes([...both, signed('quality_reviewer', { at })])).toEqual(expected)
  })

  it('that was done in time is not late by being done again', () => {
    const again = signed('quality_reviewer', { at: '2026-10-20T09:00:00+02:00' })
    expect(codes([...both, signed('quality_reviewer'), again])).toEqual([])
  })
})
