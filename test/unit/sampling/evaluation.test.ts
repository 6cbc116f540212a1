import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/sampling/evaluation.ts'
import type { Examination } from '../../../shared/sampling/examination.ts'
import { statisticalMinimum } from '../../../shared/sampling/noLimit.ts'
import { upperLimit } from '../../../shared/sampling/upperLimit.ts'

const tested = (changes: Partial<Examination> = {}): Examination => ({
  method: 'random',
  examined: 25,
  deviations: 0,
  untested: 0,
  populationSize: 250,
  confidence: 0.9,
  tolerableRate: 0.1,
  ...changes,
})

describe('live figures of a test', () => {
  it('give the finite limit where the size of the population is known', () => {
    // 25 of 250 without deviation at 90 %: up to 20 could deviate.
    expect(evaluate(tested())).toMatchObject({
      rate: 0,
      upperLimit: 0.08,
      deviatingItems: 20,
      supported: true,
      noLimitBecause: null,
    })
  })

  it('give the binomial limit where it is not', () => {
    const { upperLimit: limit, deviatingItems, sentence } = evaluate(tested({ populationSize: null }))
    expect(limit).toBeCloseTo(0.0879891606, 9)
    expect(deviatingItems).toBeNull()
    expect(sentence).toContain('at most 8.8 %,')
  })

  it('say what the limit becomes if the next one fails', () => {
    const next = upperLimit({
      model: 'hypergeometric',
      confidence: 0.9,
      sampleSize: 26,
      deviations: 1,
      populationSize: 250,
    })
    expect(evaluate(tested()).upperLimitIfNextFails).toBe(next.upperLimit)
  })

  it('combine strata that differ, and take the worst place for the next failure', () => {
    const strata = [
      { populationSize: 200, sampleSize: 50, deviations: 0 },
      { populationSize: 100, sampleSize: 25, deviations: 0 },
    ]
    const figures = evaluate(
      tested({ method: 'stratified', examined: 75, populationSize: 300, confidence: 0.95, strata }),
    )
    // 16 of 300: the first example of Wendell and Schmee (1996).
    expect(figures).toMatchObject({ deviatingItems: 16, upperLimit: 16 / 300, supported: true })
    expect(figures.upperLimitIfNextFails).toBeGreaterThan(16 / 300)
  })

  it.each([
    ['targeted', 'selected on purpose'],
    ['haphazard', 'not selected at random'],
  ] as const)('give a %s selection no limit and say why', (method, reason) => {
    const figures = evaluate(tested({ method, deviations: 1 }))
    expect(figures).toMatchObject({ rate: 0.04, upperLimit: null, upperLimitIfNextFails: null, supported: null })
    expect(figures.noLimitBecause).toContain(reason)
    expect(figures.sentence).toContain(figures.noLimitBecause)
    expect(figures.sentence).not.toContain('confidence')
  })

  it.each([
    ['quarterly', 4, 2],
    ['monthly', 12, 4],
    ['weekly', 52, 8],
  ])(
    'give no limit to a sample of a %s control, of %d items %d: its size rests on judgement',
    (_name, populationSize, examined) => {
      const figures = evaluate(tested({ populationSize, examined }))
      expect(figures).toMatchObject({ upperLimit: null, supported: null })
      expect(figures.noLimitBecause).toContain('below the statistical minimum')
    },
  )

  it('say how many it takes: 8 of 12 for 10 % at 90 %', () => {
    // C(10, 8) / C(12, 8) = 45 / 495 is the first at most one tenth.
    expect(statisticalMinimum(tested({ populationSize: 12 }))).toBe(8)
    expect(evaluate(tested({ populationSize: 12, examined: 3 })).noLimitBecause).toContain('takes 8 items')
  })

  it('follow every key while a sample that is large enough is being tested', () => {
    const figures = evaluate(tested({ examined: 5, untested: 20 }))
    expect(figures.upperLimit).toBe(
      upperLimit({ model: 'hypergeometric', confidence: 0.9, sampleSize: 5, deviations: 0, populationSize: 250 })
        .upperLimit,
    )
    expect(figures).toMatchObject({ supported: false })
    expect(figures.sentence).toContain('20 items of the sample are still untested.')
  })

  it('take a full count as it is, without sampling risk', () => {
    const figures = evaluate(tested({ method: 'all', examined: 4, populationSize: 4, deviations: 1 }))
    expect(figures).toMatchObject({
      upperLimit: 0.25,
      deviatingItems: 1,
      supported: false,
      upperLimitIfNextFails: null,
    })
    expect(figures.sentence).toContain('no sampling risk')
  })

  it('give no limit to a full count that is not finished: its first items are no random sample', () => {
    expect(evaluate(tested({ method: 'all', examined: 3, untested: 1, populationSize: 4 }))).toMatchObject({
      upperLimit: null,
      supported: null,
    })
  })

  it('say that nothing was examined', () => {
    expect(evaluate(tested({ examined: 0, untested: 25 }))).toMatchObject({
      rate: null,
      upperLimit: null,
      sentence: 'Nothing has been examined yet.',
    })
    expect(evaluate(tested({ examined: 0 })).sentence).toBe('No item of the sample was applicable.')
  })

  it('write the sentence of the workpaper', () => {
    expect(evaluate(tested({ populationSize: 1400 })).sentence).toBe(
      '25 of 1,400 items were examined; no deviations noted. With 90 % confidence the deviation rate is at most 8.8 % (122 items of the population), which supports the tolerable rate of 10 %.',
    )
    expect(evaluate(tested({ populationSize: 1400, deviations: 1 })).sentence).toBe(
      '25 of 1,400 items were examined; 1 deviation noted (4.0 %). With 90 % confidence the deviation rate is at most 14.6 % (204 items of the population), which does not support the tolerable rate of 10 %.',
    )
  })

  it('never say that there are no exceptions', () => {
    const anyExamination = fc
      .record({
        method: fc.constantFrom('random', 'systematic', 'stratified', 'targeted', 'haphazard', 'all'),
        examined: fc.nat(60),
        untested: fc.nat(10),
        populationSize: fc.option(fc.integer({ min: 70, max: 2000 })),
      })
      .map((examination) => tested(examination as Partial<Examination>))
    fc.assert(
      fc.property(anyExamination, (examination) => {
        const { sentence } = evaluate(examination)
        expect(sentence).not.toMatch(/no exceptions|no deviations exist/i)
        expect(sentence.includes('no deviations noted')).toBe(examination.examined > 0)
      }),
    )
  })

  it('refuse more deviations than items', () => {
    expect(() => evaluate(tested({ deviations: 26 }))).toThrow(
      expect.objectContaining({ code: 'sampling.deviations_exceed_sample' }),
    )
  })
})
