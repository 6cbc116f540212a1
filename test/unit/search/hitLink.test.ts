import { describe, expect, it } from 'vitest'
import { hitLink } from '../../../renderer/search/hitLink.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'

const hit = (fields: Partial<SearchHit>): SearchHit => ({
  engagementId: 'E',
  client: '',
  entity: 'control',
  id: 'C',
  ref: 'CHG-01',
  title: '',
  within: null,
  paper: null,
  excerpt: '',
  marks: { ref: [], title: [], excerpt: [] },
  ...fields,
})

describe('what was found', () => {
  it('leads to its own screen, or to its place on that of another paper', () => {
    expect(hitLink(hit({}))).toBe('#/e/E/controls/C')
    expect(hitLink(hit({ entity: 'walkthrough', id: 'W', within: 'C' }))).toBe('#/e/E/controls/C?at=walkthrough%3AW')
  })

  it('leads to a review note in the review of its paper', () => {
    const note = { entity: 'reviewNote', id: 'N' } as const
    const onProcedure = hit({ ...note, within: 'procedure:P', paper: { kind: 'procedure', id: 'P', within: 'C' } })
    expect(hitLink(onProcedure)).toBe('#/e/E/controls/C?at=procedure%3AP&note=N')
    const onControl = hit({ ...note, within: 'control:C', paper: { kind: 'control', id: 'C', within: null } })
    expect(hitLink(onControl)).toBe('#/e/E/controls/C?at=control%3AC&note=N')
    expect(hitLink(hit({ ...note, within: 'elsewhere:X' }))).toBe('#/e/E/review')
  })
})
