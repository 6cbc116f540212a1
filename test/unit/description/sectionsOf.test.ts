import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichBlock } from '../../../shared/contract/richText.ts'
import { proposedDescriptionCriterion } from '../../../shared/description/proposedCriterion.ts'
import { sectionsOf } from '../../../shared/description/sectionsOf.ts'
import { paragraphsOf } from '../../../shared/richText/paragraphs.ts'

const heading = (level: number, text: string): RichBlock => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const words = (content: RichBlock[]) => paragraphsOf({ type: 'doc', content })

describe("management's document", () => {
  it('is parted at its main headings: a single one at the top is its title', () => {
    const sections = sectionsOf([
      heading(1, 'System of Northwind'),
      paragraph('Written by management.'),
      heading(2, 'Services'),
      paragraph('Ledgers.'),
      heading(3, 'Support'),
      heading(2, 'People'),
    ])
    expect(sections.map(({ title, content }) => [title, words(content.content)])).toEqual([
      ['Beginning', ['System of Northwind', 'Written by management.']],
      ['Services', ['Ledgers.', 'Support']],
      ['People', []],
    ])
  })

  it('without a heading is one section, and without words none', () => {
    expect(sectionsOf([paragraph('Ledgers.')]).map(({ title }) => title)).toEqual(['Beginning'])
    expect(sectionsOf([{ type: 'paragraph' }])).toEqual([])
  })

  it('loses no word, whatever its headings', () => {
    const text = fc.stringMatching(/^[a-z]{1,8}$/)
    const block = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 4 }), text).map(([level, said]) => heading(level, said)),
      text.map(paragraph),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const parted = sectionsOf(blocks).flatMap(({ title, content }, place) => [
          ...(place === 0 && title === 'Beginning' ? [] : [title]),
          ...words(content.content),
        ])
        expect(parted).toEqual(words(blocks))
      }),
    )
  })
})

describe('the criterion of a section', () => {
  it.each([
    ['Overview of services', 'DC 1'],
    ['Principal service commitments and system requirements', 'DC 2'],
    ['Infrastructure', 'DC 3'],
    ['Incidents in the period', 'DC 4'],
    ['Applicable trust services criteria and related controls', 'DC 5'],
    ['Complementary user entity controls', 'DC 6'],
    ['Subservice organizations', 'DC 7'],
    ['Criteria that are not applicable', 'DC 8'],
    ['Significant changes to the system', 'DC 9'],
    ['What else there is (DC 4)', 'DC 4'],
    ['Foreword', null],
  ])('named %j is proposed as %j', (title, criterionId) => {
    expect(proposedDescriptionCriterion(title)).toBe(criterionId)
  })
})
