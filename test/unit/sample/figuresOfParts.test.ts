import { describe, expect, it } from 'vitest'
import type { ExaminedItem } from '../../../shared/sample/examine.ts'
import { type ExaminedPart, figuresOfParts } from '../../../shared/sample/figuresOfParts.ts'

const found = (count: number, finding: ExaminedItem['finding']): ExaminedItem[] =>
  Array.from({ length: count }, () => ({ stratum: null, finding }))

function part(populationSize: number, items: ExaminedItem[], basis: Partial<ExaminedPart['basis']> = {}): ExaminedPart {
  const usual = { method: 'random', confidence: 0.95, tolerableRate: 0.1, strata: null, extensions: [] } as const
  return { basis: { ...usual, extensions: [], populationSize, ...basis }, items }
}

describe('the interim and the roll-forward sample of a control', () => {
  it('count as one sample where each part has its share: 15 of 150 and 10 of 100 leave up to 20 of 250 at 90 %', () => {
    const ofNinety = { confidence: 0.9 }
    const figures = figuresOfParts([part(150, found(15, 'pass'), ofNinety), part(100, found(10, 'pass'), ofNinety)])
    expect(figures).toMatchObject({ combinedAs: 'one', examined: 25, deviatingItems: 20, upperLimit: 0.08 })
  })

  it('are combined by their exact bounds where they have not: 2 of 100 and 1 of 50, of 5,000 rows each, leave up to 701', () => {
    const figures = figuresOfParts([
      part(5000, [...found(98, 'pass'), ...found(2, 'deviation')]),
      part(5000, [...found(49, 'pass'), ...found(1, 'deviation')]),
    ])
    expect(figures).toMatchObject({ combinedAs: 'strata', deviations: 3, deviatingItems: 701, upperLimit: 0.0701 })
    expect(figures.combinedBecause).toContain('Fisher')
  })

  it('round to whole items: 19 of 272 rows and 6 of 93 are in proportion', () => {
    const figures = figuresOfParts([part(272, found(19, 'pass')), part(93, found(6, 'pass'))])
    expect(figures.combinedAs).toBe('one')
  })

  it('stand for the population only if both were selected at random', () => {
    const figures = figuresOfParts([part(150, found(15, 'pass')), part(100, found(10, 'pass'), { method: 'targeted' })])
    expect(figures.upperLimit).toBeNull()
    expect(figures.noLimitBecause).toContain('on purpose')
  })

  it('are held to the stricter plan', () => {
    const figures = figuresOfParts([
      part(150, found(15, 'pass'), { confidence: 0.9, tolerableRate: 0.05 }),
      part(100, found(10, 'pass'), { confidence: 0.95, tolerableRate: 0.1 }),
    ])
    expect([figures.confidence, figures.tolerableRate]).toEqual([0.95, 0.05])
  })

  it('combine the systems of a stratified part with the other part', () => {
    const strata = [
      { name: 'billing', items: 200 },
      { name: 'ledger', items: 100 },
    ]
    const items = [
      ...found(50, 'pass').map((item) => ({ ...item, stratum: 'billing' })),
      ...found(25, 'pass').map((item) => ({ ...item, stratum: 'ledger' })),
    ]
    const whole = part(0, [])
    // A part without rows adds nothing: the two systems alone leave up to 16 of 300.
    expect(figuresOfParts([part(300, items, { strata }), whole]).deviatingItems).toBeGreaterThanOrEqual(16)
  })
})
