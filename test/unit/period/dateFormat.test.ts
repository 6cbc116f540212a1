import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateColumnOf } from '../../../shared/period/dateColumn.ts'
import { type DateFormat, parseDate } from '../../../shared/period/dateFormat.ts'
import { addDays } from '../../../shared/period/dayCount.ts'
import { readPlainDate } from '../../../shared/period/plainDate.ts'

describe('reading a date under a given format', () => {
  it.each([
    ['2026-04-02', 'iso', '2026-04-02'],
    ['2026-04-02T23:59:59Z', 'iso', '2026-04-02'],
    ['2026-04-02T23:30:00.123-08:00', 'iso', '2026-04-02'],
    ['2026-04-02 09:15', 'iso', '2026-04-02'],
    [' 2026-04-02 ', 'iso', '2026-04-02'],
    ['02/04/2026', 'dmy', '2026-04-02'],
    ['2.4.2026', 'dmy', '2026-04-02'],
    ['02-04-2026', 'dmy', '2026-04-02'],
    ['29/02/2024', 'dmy', '2024-02-29'],
    ['02/04/2026 14:05', 'dmy', '2026-04-02'],
    ['04/02/2026', 'mdy', '2026-04-02'],
    ['4/2/2026 2:05 PM', 'mdy', '2026-04-02'],
  ] as [string, DateFormat, string][])('takes %j as %s for %s', (text, format, date) => {
    expect(parseDate(text, format)).toEqual({ ok: true, date })
  })

  it.each([
    ['', 'iso'],
    ['yesterday', 'iso'],
    ['2026-4-2', 'iso'],
    ['02/04/2026', 'iso'],
    ['2026-04-02', 'dmy'],
    ['02/04/26', 'dmy'],
    ['02/04-2026', 'dmy'],
    ['04/13/2026', 'dmy'],
    ['13/04/2026', 'mdy'],
    ['2026-04-02T25:00', 'iso'],
    ['2026-04-02 and later', 'iso'],
    ['45384', 'dmy'],
  ] as [string, DateFormat][])('cannot read %j as %s', (text, format) => {
    expect(parseDate(text, format)).toEqual({ ok: false, code: 'population.unparsable_date' })
  })

  it.each([
    ['2026-04-31', 'iso'],
    ['29/02/2025', 'dmy'],
    ['02/30/2026', 'mdy'],
  ] as [string, DateFormat][])('says that %j (%s) is not in the calendar', (text, format) => {
    expect(parseDate(text, format)).toEqual({ ok: false, code: 'population.no_such_date' })
  })

  it('reads every day back from what it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom('.', '/', '-'), (days, separator) => {
        const date = addDays('1950-01-01', days)
        const { year, month, day } = readPlainDate(date)
        expect(parseDate([day, month, year].join(separator), 'dmy')).toEqual({ ok: true, date })
        expect(parseDate([month, day, year].join(separator), 'mdy')).toEqual({ ok: true, date })
        expect(parseDate(date, 'iso')).toEqual({ ok: true, date })
      }),
    )
  })
})

describe('the format of a whole column', () => {
  it.each([
    ['ISO dates', ['2026-04-02', '2026-04-03T10:00:00Z'], 'proven', ['iso']],
    ['one day above 12 among many that could be either', ['02/04/2026', '13/04/2026', '01/01/2026'], 'proven', ['dmy']],
    ['one American date', ['04/02/2026', '04/13/2026'], 'proven', ['mdy']],
    ['days and months that are both up to 12', ['02/04/2026', '12/12/2026'], 'ambiguous', ['dmy', 'mdy']],
    ['day first and month first', ['13/04/2026', '04/13/2026'], 'mixed', []],
    ['ISO and another form', ['2026-04-02', '02/04/2026'], 'mixed', []],
    ['a day that no calendar has but that shows the order', ['31/02/2026'], 'proven', ['dmy']],
    ['no dates', ['ledger-web', 'billing'], 'none', []],
    ['nothing', ['', ' '], 'none', []],
  ] as [string, string[], string, DateFormat[]][])('with %s is decided', (_name, texts, verdict, formats) => {
    expect(dateColumnOf(texts)).toMatchObject({ verdict, formats })
  })

  it('names the first text that contradicts those before it', () => {
    expect(dateColumnOf(['02/04/2026', '', '13/04/2026', '04/13/2026', '13/04/2026'])).toEqual({
      verdict: 'mixed',
      formats: [],
      contradictedAt: 3,
      dates: 4,
      unreadable: 0,
    })
  })

  it('is not upset by texts that are no dates, and counts them', () => {
    expect(dateColumnOf(['13/04/2026', 'n/a', 'pending'])).toMatchObject({
      verdict: 'proven',
      formats: ['dmy'],
      dates: 1,
      unreadable: 2,
    })
  })
})
