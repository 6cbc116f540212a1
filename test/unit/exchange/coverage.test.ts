import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countEntries, coveredFor, type FolderFile, type Span, spansBeyond } from '../../../shared/exchange/coverage.ts'

const span = (deviceId: string, from: number, to: number): Span => ({ deviceId, from, to })
const file = (recipients: string[], ...spans: Span[]): FolderFile => ({ recipients, spans })

describe('how far the files of a folder carry its readers', () => {
  it('is the least of all readers, device by device, without a gap', () => {
    const files = [
      file(['ben', 'cat'], span('ann', 1, 4)),
      file(['ben'], span('ann', 5, 6), span('dan', 1, 2)),
      file(['ben', 'cat'], span('ann', 8, 9)),
    ]
    expect(coveredFor(['ben', 'cat'], files)).toEqual(new Map([['ann', 4]]))
    expect(coveredFor(['ben'], files)).toEqual(
      new Map([
        ['ann', 6],
        ['dan', 2],
      ]),
    )
    expect(coveredFor(['ben', 'eve'], files)).toEqual(new Map())
  })

  it('leaves the rest to be written', () => {
    const held = new Map([
      ['ann', 9],
      ['ben', 2],
      ['cat', 4],
    ])
    const spans = spansBeyond(
      new Map([
        ['ann', 4],
        ['cat', 4],
        ['dan', 7],
      ]),
      held,
    )
    expect(spans).toEqual([span('ann', 5, 9), span('ben', 1, 2)])
    expect(countEntries(spans)).toBe(7)
  })

  it('grows to what is held with the file that carries the rest, in whatever order the files lie', () => {
    const spans = fc.array(
      fc.record({ deviceId: fc.constantFrom('ann', 'ben'), from: fc.integer({ min: 1, max: 9 }), length: fc.nat(5) }),
    )
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 20 }), (given, end) => {
        const files = given.map(({ deviceId, from, length }) => file(['cat'], span(deviceId, from, from + length)))
        const held = new Map([['ann', end]])
        const rest = file(['cat'], ...spansBeyond(coveredFor(['cat'], files), held))
        const after = coveredFor(['cat'], [rest, ...files.toReversed()])
        expect(after.get('ann') ?? 0).toBeGreaterThanOrEqual(end)
        expect(spansBeyond(after, held)).toEqual([])
      }),
    )
  })
})
