import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from './fieldwork.ts'
import { openChain } from './chainOfPeriods.ts'

/** Eleven years, each with its rate as a person works it out. */
const years = [
  { examined: [5, 5], rate: 1 },
  { examined: [4, 1], rate: 0.25 },
  { examined: [5, 0], rate: 0 },
  { examined: [8, 2], rate: 0.25 },
  { examined: [10, 1], rate: 0.1 },
  { examined: [0, 0], rate: null },
  { examined: [20, 3], rate: 0.15 },
  { examined: [5, 2], rate: 0.4 },
  { examined: [8, 1], rate: 0.125 },
  { examined: [4, 0], rate: 0 },
  { examined: [5, 1], rate: 0.2 },
] as const

let chain: Awaited<ReturnType<typeof openChain>>
beforeAll(async () => {
  chain = await openChain(years.map(({ examined }) => examined))
})
afterAll(() => chain.engine.close())

const expected = (from: number, to: number) =>
  years.slice(from, to).map(({ examined: [examined, deviating], rate }) => ({ examined, deviating, rate }))

describe('deviation rates over eleven periods', () => {
  it('are those of the ten last ones, oldest first, and the eleventh is left out', async () => {
    const { engine, engagementIds } = chain
    const trend = await engine.call('engagement.trend', { engagementId: at(engagementIds, 10) })
    expect(trend.periods.map(({ engagementId }) => engagementId)).toEqual(engagementIds.slice(1))
    expect(trend.periods.map(({ period }) => period?.end)).toEqual(
      Array.from({ length: 10 }, (_, year) => `${2016 + year}-12-31`),
    )
    expect(trend.controls.map(({ ref, points }) => [ref, points])).toEqual([['CHM-07', expected(1, 11)]])
  })

  it('seen from the third one are those up to it, although the control was called otherwise before', async () => {
    const { engine, engagementIds } = chain
    const trend = await engine.call('engagement.trend', { engagementId: at(engagementIds, 2) })
    expect(trend.controls.map(({ ref, points }) => [ref, points])).toEqual([['CHM-07', expected(0, 3)]])
  })
})

describe('two of these periods against each other', () => {
  it('differ in the reference of the control, the size of list and sample, and the rate', async () => {
    const { engine, engagementIds } = chain
    const [priorEngagementId, engagementId] = [at(engagementIds, 1), at(engagementIds, 2)]
    const { changed } = await engine.call('engagement.compare', { engagementId, priorEngagementId })
    expect(at(changed.controls, 0).fields).toMatchObject([{ field: 'Reference', before: 'CHG-01', after: 'CHM-07' }])
    expect(at(changed.samples, 0).fields).toMatchObject([
      { field: 'Population size', before: '4', after: '5' },
      { field: 'Sample size', before: '4', after: '5' },
    ])
    expect(at(changed.populations, 0).fields).toMatchObject([{ field: 'Size', before: '4', after: '5' }])
    expect(at(changed.deviations, 0).fields).toMatchObject([{ before: '1 of 4 (25.0 %)', after: '0 of 5 (0.0 %)' }])
  })
})
