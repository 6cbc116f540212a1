import { describe, expect, it } from 'vitest'
import { ageInDays, dueWords, isOverdue, standingOf } from '../../../shared/request/due.ts'

describe('when a request is due', () => {
  const today = '2026-11-23'
  it.each([
    ['2026-11-23', '2026-11-23 (today)', false],
    ['2026-11-22', '2026-11-22 (overdue by 1 day)', true],
    ['2026-11-30', '2026-11-30 (in 7 days)', false],
  ])('%s: %s', (dueOn, words, overdue) => {
    expect([dueWords({ status: 'open', dueOn }, today), isOverdue({ status: 'open', dueOn }, today)]).toEqual([
      words,
      overdue,
    ])
  })

  it('counts no days once it was received', () => {
    expect(dueWords({ status: 'received', dueOn: '2026-11-01' }, today)).toBe('2026-11-01')
  })
})

describe('the age of a request', () => {
  const createdAt = '2026-10-20T09:00:00.000+00:00'
  it.each([
    ['since it was written', { sentOn: null, createdAt, doneAt: null }, '2026-11-20', 31],
    ['since it was sent, where that is known', { sentOn: '2026-11-01', createdAt, doneAt: null }, '2026-11-20', 19],
    ['until it was done', { sentOn: null, createdAt, doneAt: '2026-10-27T18:00:00.000+00:00' }, '2026-11-20', 7],
    ['never below nothing', { sentOn: '2026-12-01', createdAt, doneAt: null }, '2026-11-20', 0],
  ])('counts %s', (_words, request, today, days) => {
    expect(ageInDays(request, today)).toBe(days)
  })
})

describe('where a request stands', () => {
  it.each([
    [false, 3, 2, 'open'],
    [false, 3, 3, 'received'],
    [false, 0, 0, 'open'],
    [true, 3, 1, 'closed'],
  ])('closed %s, %i asked, %i answered: %s', (isClosed, asked, answered, standing) => {
    expect(standingOf(isClosed, { asked, answered })).toBe(standing)
  })
})
