import { describe, expect, it } from 'vitest'
import { newPlanChoice, planParams, settledPlan } from '../../../renderer/samples/plan/planChoice.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'

const found: ResultOf<'sample.plan'> = {
  populationSize: 1400,
  frequency: 'event',
  policySize: 40,
  policy: 'Tickmark default, version 1',
  rule: 'Event-driven: 40.',
  alternatives: [],
  warnings: [],
  statistical: {
    confidence: 0.95,
    tolerableRate: 0.05,
    sampleSize: 91,
    acceptableDeviations: 1,
    achievedConfidence: 0.95,
    reason: '91 by statistics.',
  },
  supports: { size: 40, limits: [], noLimitBecause: null },
  split: null,
  versions: [],
}
const choice = newPlanChoice()
const statistics = { ...choice, basis: 'statistics', confidence: 0.95, tolerableRate: 0.05 } as const

describe('what a plan comes to for the draw', () => {
  it("is the policy's size without figures of statistics", () => {
    expect(settledPlan(choice, found)).toEqual({ size: 40, risk: 'moderate' })
    expect(settledPlan({ ...choice, policy: 'House policy@2', risk: 'high' }, found)).toEqual({
      size: 40,
      risk: 'high',
      policy: 'House policy@2',
    })
  })

  it('is the size by statistics with its figures and its reason', () => {
    expect(settledPlan({ ...statistics, expectedRate: 0.01 }, found)).toEqual({
      size: 91,
      risk: 'moderate',
      confidence: 0.95,
      tolerableRate: 0.05,
      expectedRate: 0.01,
      sizeReason: '91 by statistics.',
    })
  })

  it("takes the auditor's own size, with a reason where one is given", () => {
    expect(settledPlan({ ...choice, size: 25 }, found)).toEqual({ size: 25, risk: 'moderate' })
    const own = { size: 120, sizeReason: ' As last year. ' }
    expect(settledPlan({ ...statistics, ...own }, found)).toMatchObject({ size: 120, sizeReason: 'As last year.' })
    expect(settledPlan({ ...statistics, size: 91, sizeReason: 'Left over.' }, found)).toMatchObject({
      sizeReason: '91 by statistics.',
    })
  })

  it('is nothing where there is no size', () => {
    const none = { ...found, statistical: { ...found.statistical, sampleSize: null } }
    expect(settledPlan(statistics, none)).toBeNull()
    expect(settledPlan(choice, { ...found, policySize: 0 })).toBeNull()
  })
})

describe('a choice as the engine is asked', () => {
  it('names only what was chosen', () => {
    const papers = { populationId: 'P', controlId: 'C' }
    expect(planParams(papers, choice)).toEqual({
      ...papers,
      basis: 'policy',
      risk: 'moderate',
      confidence: 0.9,
      tolerableRate: 0.1,
    })
    const window = { start: '2025-10-01', end: '2026-06-30' }
    expect(planParams(papers, { ...statistics, expectedDeviations: 1, size: 60, window })).toMatchObject({
      expectedDeviations: 1,
      size: 60,
      window,
    })
  })
})
