import { describe, expect, it } from 'vitest'
import { carriedOn, type OwnFile, startsWith, superseded } from '../../../shared/exchange/compaction.ts'

const megabyte = 1024 * 1024

function file(number: number, from: number, to: number, other: Partial<OwnFile> = {}): OwnFile {
  return {
    name: `e-d-${String(number).padStart(6, '0')}-x.tickmark`,
    bytes: 4096,
    at: '2026-10-20T09:00:00.000+02:00',
    spans: [{ deviceId: 'ann', from, to }],
    recipients: ['ben', 'cat'],
    ...other,
  }
}

const days = (count: number) => Date.parse('2026-10-20T07:00:00Z') + count * 86_400_000

describe('the files that a device leaves in a folder', () => {
  it('are carried on in one when sixteen small ones lie there, and not before; large ones stay as they are', () => {
    const small = Array.from({ length: 15 }, (_, place) => file(place + 1, place * 2 + 1, place * 2 + 2))
    const large = file(16, 31, 32, { bytes: 17 * megabyte })
    expect(carriedOn([...small, large])).toEqual([])
    const last = file(17, 33, 34)
    expect(carriedOn([...small, large, last])).toEqual([...small, last])
    const whole = file(18, 1, 34)
    expect(carriedOn([...small, large, last, whole])).toEqual([])
  })

  it('begin where the first of those that are carried on began, also on chains that have nothing new', () => {
    const files = [
      file(1, 3, 4),
      file(2, 5, 6, {
        spans: [
          { deviceId: 'ann', from: 5, to: 6 },
          { deviceId: 'dan', from: 1, to: 2 },
        ],
      }),
    ]
    expect(
      startsWith(
        new Map([
          ['ann', 6],
          ['ben', 9],
        ]),
        files,
      ),
    ).toEqual(
      new Map([
        ['ann', 2],
        ['ben', 9],
        ['dan', 0],
      ]),
    )
  })

  it('may go a day after a newer one holds the same for everybody who still reads them', () => {
    const [one, two, whole] = [file(1, 1, 4), file(2, 5, 6), file(3, 1, 6)]
    const everybody = ['ben', 'cat']
    expect(superseded([one, two, whole], everybody, days(0.9))).toEqual([])
    expect(superseded([one, two, whole], everybody, days(1))).toEqual([one, two])
    expect(superseded([one, two, file(3, 2, 6)], everybody, days(1))).toEqual([two])
    const forBen = file(3, 1, 6, { recipients: ['ben'] })
    expect(superseded([one, two, forBen], everybody, days(1))).toEqual([])
    expect(superseded([one, two, forBen], ['ben'], days(1))).toEqual([one, two])
  })
})
