import { describe, expect, it } from 'vitest'
import { recordKinds } from '../../../shared/record/record.ts'
import { recordLink } from '../../../renderer/records/recordLink.ts'

describe('the address of a record', () => {
  it('is its own screen, or its place on the screen that it is on', () => {
    expect(recordLink('E', { kind: 'control', id: 'C' })).toBe('#/e/E/controls/C')
    expect(recordLink('E', { kind: 'deviation', id: 'D' })).toBe('#/e/E/deviations?at=deviation%3AD')
    expect(recordLink('E', { kind: 'walkthrough', id: 'W', within: 'C' })).toBe('#/e/E/controls/C?at=walkthrough%3AW')
    expect(recordLink('E', { kind: 'result', id: 'P:S:7:A', within: 'P' })).toBe(
      '#/e/E/sheets/P?at=result%3AP%3AS%3A7%3AA',
    )
    expect(recordLink('E', { kind: 'sampleItem', id: 'S:7', within: 'S' })).toBe(
      '#/e/E/samples/S?at=sampleItem%3AS%3A7',
    )
  })

  it('exists for every kind, also where nothing is known of its page', () => {
    for (const kind of recordKinds)
      expect(recordLink('E', { kind, id: 'a/b?c' })).toMatch(/^#\/e\/E(\/[a-z]+(\/[^/?]+)?)?(\?at=[^/?]+)?$/)
  })
})
