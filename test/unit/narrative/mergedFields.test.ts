import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedFields } from '../../../renderer/narratives/mergedFields.ts'

const kept = { title: 'Changes', heldOn: '2026-03-03', text: ['a'] }

describe('a paper that was changed here and elsewhere', () => {
  it('has each field from the side that changed it', () => {
    const typed = { ...kept, text: ['a', 'b'] }
    const stored = { ...kept, title: 'Change management' }
    expect(mergedFields(kept, typed, stored)).toEqual({ ...kept, title: 'Change management', text: ['a', 'b'] })
  })

  it('is for somebody to decide where both changed a field and do not say the same', () => {
    expect(mergedFields(kept, { ...kept, text: ['b'] }, { ...kept, text: ['c'] })).toBeNull()
    expect(mergedFields(kept, { ...kept, text: ['b'] }, { ...kept, text: ['b'] })).toEqual({ ...kept, text: ['b'] })
  })

  it('comes to the same from either side', () => {
    const fields = fc.record({ one: fc.nat(2), other: fc.nat(2) })
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        expect(mergedFields(base, mine, theirs)).toEqual(mergedFields(base, theirs, mine))
      }),
    )
  })
})
