import { describe, expect, it } from 'vitest'
import { countText, fractionText, limitText, rateText } from '../../../shared/sampling/figureText.ts'

describe('figures as a workpaper shows them', () => {
  it.each([
    [0.0871, '8.8 %'],
    [0.088, '8.8 %'],
    [0.0879891606, '8.8 %'],
    [0.08800001, '8.9 %'],
    [0, '0.0 %'],
    [1, '100.0 %'],
    [20 / 250, '8.0 %'],
  ])('round the upper limit %d up to %s', (limit, text) => {
    expect(limitText(limit)).toBe(text)
  })

  it.each([
    [1, 25, '4.0 %'],
    [1, 3, '33.3 %'],
    [2, 3, '66.7 %'],
  ])('round the deviation rate %d of %d to %s', (deviations, examined, text) => {
    expect(rateText(deviations, examined)).toBe(text)
  })

  it.each([
    [0.9, '90 %'],
    [0.07, '7 %'],
    [0.075, '7.5 %'],
    ['0.95', '95 %'],
  ])('show the chosen fraction %j as %s', (fraction, text) => {
    expect(fractionText(fraction)).toBe(text)
  })

  it.each([
    [999, '999'],
    [1400, '1,400'],
    [1_000_000, '1,000,000'],
  ])('group the digits of %d as %s', (count, text) => {
    expect(countText(count)).toBe(text)
  })
})
