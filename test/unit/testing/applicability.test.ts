import { describe, expect, it } from 'vitest'
import { applicability, type SizedSample } from '../../../shared/testing/applicability.ts'

const sample = (size: number, extensions: SizedSample['extensions'] = []): SizedSample => ({
  sampleId: 's',
  items: Array.from({ length: size }, (_, place) => ({ sampleItemId: `i${place}`, itemId: `CHG-${place}` })),
  extensions,
  hasNextItem: true,
})
const cell = (place: number, attribute: string) => ({ sampleItemId: `i${place}`, attribute })

describe('what not applicable leaves of a sample', () => {
  it('is all of it where everything applies', () => {
    expect(applicability(sample(25), ['A', 'B'], [])).toMatchObject({ planned: 25, drawn: 25, toReplace: 0, items: [] })
  })

  it('reduces each attribute by itself, and asks for as many items as the worst lacks', () => {
    const found = applicability(sample(25), ['A', 'B'], [cell(3, 'A'), cell(7, 'A'), cell(7, 'B')])
    expect(found.attributes).toEqual([
      { letter: 'A', applicable: 23, toReplace: 2 },
      { letter: 'B', applicable: 24, toReplace: 1 },
    ])
    expect(found.toReplace).toBe(2)
    expect(found.items).toEqual([
      { sampleItemId: 'i3', itemId: 'CHG-3', attributes: ['A'], appliesToNone: false },
      { sampleItemId: 'i7', itemId: 'CHG-7', attributes: ['A', 'B'], appliesToNone: true },
    ])
  })

  it('is made good by an extension that replaces, and not by one for another reason', () => {
    const cells = [cell(3, 'A'), cell(7, 'A')]
    const madeGood = applicability(sample(27, [{ by: 2, replaces: true }]), ['A'], cells)
    expect(madeGood).toMatchObject({ planned: 25, drawn: 27, toReplace: 0 })
    const larger = applicability(sample(40, [{ by: 15, replaces: false }]), ['A'], cells)
    expect(larger).toMatchObject({ planned: 40, toReplace: 2 })
  })

  it('leaves out items that were replaced since, and procedures without a sample', () => {
    expect(applicability(sample(2), ['A'], [cell(9, 'A')])).toMatchObject({ toReplace: 0, items: [] })
    expect(applicability(null, ['A'], [])).toMatchObject({
      sampleId: null,
      planned: 0,
      toReplace: 0,
      hasNextItem: false,
    })
  })
})
