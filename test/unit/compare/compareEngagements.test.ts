import { describe, expect, it } from 'vitest'
import { type ComparedFacts, type ComparedPaper, comparedKinds } from '../../../shared/compare/compared.ts'
import { compareEngagements } from '../../../shared/compare/compareEngagements.ts'
import { draftChanges } from '../../../shared/compare/draftChanges.ts'
import { rateText } from '../../../shared/compare/rateText.ts'
import { reused } from '../../../shared/compare/reused.ts'

const nothing: ComparedFacts = {
  controls: [],
  criteria: [],
  commitments: [],
  organisations: [],
  complementary: [],
  tests: [],
  populations: [],
  samples: [],
  deviations: [],
  conclusions: [],
  opinion: [],
  requests: [],
}
const control = (id: string, ref: string, Description: string): ComparedPaper => ({
  id,
  key: ref,
  ref,
  title: 'Approval',
  controlId: id,
  fields: { Description, Frequency: 'event' },
})
const rate = (controlId: string, text: string): ComparedPaper => ({
  id: controlId,
  key: '',
  ref: '',
  title: 'Approval',
  controlId,
  fields: { 'Deviation rate': text },
})

const prior: ComparedFacts = {
  ...nothing,
  controls: [
    control('p1', 'CHG-01', 'One person approves.'),
    control('p2', 'OLD-01', 'Gone.'),
    control('p3', 'BCK-01', 'Daily.'),
  ],
  deviations: [rate('p1', '1 of 25 (4.0 %)')],
}
const mine: ComparedFacts = {
  ...nothing,
  controls: [
    control('m1', 'CHG-09', 'Two people approve.'),
    control('m3', 'BCK-01', 'Daily.'),
    control('m4', 'NEW-01', 'New.'),
  ],
  deviations: [rate('m1', '0 of 40 (0.0 %)')],
}
const rows = compareEngagements(mine, prior, (kind, id) => (kind === 'controls' && id === 'm1' ? 'p1' : undefined))

describe('two engagements against each other', () => {
  it('say what was added, changed, removed and left as it was', () => {
    expect(rows.filter(({ kind }) => kind === 'controls').map(({ ref, change }) => [ref, change])).toEqual([
      ['CHG-09', 'changed'],
      ['BCK-01', 'unchanged'],
      ['NEW-01', 'added'],
      ['OLD-01', 'removed'],
    ])
  })

  it('tell a changed paper field by field, and no field that both say alike', () => {
    expect(rows[0]?.fields).toEqual([
      { field: 'Description', before: 'One person approves.', after: 'Two people approve.' },
    ])
  })

  it('hold a rate against that of the same control, although it got another reference', () => {
    expect(rows.find(({ kind }) => kind === 'deviations')).toMatchObject({
      change: 'changed',
      controlId: 'm1',
      fields: [{ field: 'Deviation rate', before: '1 of 25 (4.0 %)', after: '0 of 40 (0.0 %)' }],
    })
  })

  it('are the same when nothing differs', () => {
    const same = compareEngagements(prior, prior, (_kind, id) => id)
    expect(new Set(same.map(({ change }) => change))).toEqual(new Set(['unchanged']))
    expect(comparedKinds).toHaveLength(12)
  })
})

describe('what changed as drafts for DC 9', () => {
  const drafts = draftChanges(rows, '2026-10-01', (id) => (id === 'm1' ? '2027-02-01' : null))

  it('are the controls that were added, changed or removed, each with its day', () => {
    expect(drafts.map(({ title, changedOn, controlIds }) => [title, changedOn, controlIds])).toEqual([
      ['CHG-09 Approval: control changed', '2027-02-01', ['m1']],
      ['NEW-01 Approval: new control', '2026-10-01', ['m4']],
      ['OLD-01 Approval: control no longer there', '2026-10-01', []],
    ])
  })

  it('are the subservice organisations, too', () => {
    const host = (id: string, title: string, Service: string): ComparedPaper => ({
      id,
      key: title,
      ref: '',
      title,
      controlId: null,
      fields: { Name: title, Service },
    })
    const moved = compareEngagements(
      { ...nothing, organisations: [host('n', 'Northgrid', 'Hosting')] },
      { ...nothing, organisations: [host('o', 'Oldhost', 'Servers')] },
      () => undefined,
    )
    expect(draftChanges(moved, '2026-10-01', () => null).map(({ title, text }) => [title, text])).toEqual([
      ['Northgrid: new subservice organisation', 'The subservice organisation Northgrid is new in the period. Hosting'],
      [
        'Oldhost: subservice organisation no longer used',
        'The subservice organisation Oldhost of the prior period is no longer used. Servers',
      ],
    ])
  })

  it('quote both wordings', () => {
    expect(drafts[0]?.text).toBe('Description: before "One person approves", now "Two people approve".')
  })

  it('leave out what this period does not say yet, and a control of which nothing else differs', () => {
    const owned = (id: string, Owner: string | null): ComparedPaper => ({
      ...control(id, 'CHG-01', 'One person approves.'),
      fields: { Description: 'One person approves.', Owner },
    })
    const facts = (paper: ComparedPaper): ComparedFacts => ({ ...nothing, controls: [paper] })
    const between = (before: string | null, after: string | null) =>
      draftChanges(
        compareEngagements(facts(owned('m', after)), facts(owned('p', before)), () => undefined),
        '2026-10-01',
        () => null,
      ).map(({ text }) => text)
    expect(between('IT lead', null)).toEqual([])
    expect(between('IT lead', 'Security lead')).toEqual(['Owner: before "IT lead", now "Security lead".'])
  })

  it('are of what an organisation does for the system, not of the report that it sends each year', () => {
    const host = (id: string, report: string, Method: string): ComparedPaper => ({
      id,
      key: 'Northgrid',
      ref: '',
      title: 'Northgrid',
      controlId: null,
      fields: { Name: 'Northgrid', Method, 'Opinion of its report': report },
    })
    const between = (before: ComparedPaper, after: ComparedPaper) =>
      draftChanges(
        compareEngagements(
          { ...nothing, organisations: [after] },
          { ...nothing, organisations: [before] },
          () => undefined,
        ),
        '2026-10-01',
        () => null,
      ).map(({ text }) => text)
    expect(between(host('p', 'SOC 2 2026', 'carve out'), host('m', 'SOC 2 2027', 'carve out'))).toEqual([])
    expect(between(host('p', 'SOC 2 2026', 'carve out'), host('m', 'SOC 2 2027', 'inclusive'))).toEqual([
      'Method: before "carve out", now "inclusive".',
    ])
  })
})

describe('a deviation rate in words', () => {
  it.each([
    [1, 25, '1 of 25 (4.0 %)'],
    [2, 60, '2 of 60 (3.3 %)'],
    [0, 40, '0 of 40 (0.0 %)'],
  ])('%i of %i', (deviating, examined, text) => expect(rateText(deviating, examined)).toBe(text))

  it('is none where nothing was examined', () => expect(rateText(0, 0)).toBeNull())
})

describe('what was used before', () => {
  it('is found by what tells it apart, and nothing else', () => {
    const found = reused(['a', 'b', 'c'], ['B', 'C', 'C'], { mine: (one) => one, prior: (one) => one.toLowerCase() })
    expect(found).toEqual([
      { mine: 'b', prior: 'B' },
      { mine: 'c', prior: 'C' },
    ])
  })
})
