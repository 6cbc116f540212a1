import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { parseSearch } from '../../../shared/search/parseSearch.ts'

describe('what somebody types into the search', () => {
  it('is words, filters in any order, and what must not be', () => {
    expect(parseSearch('change control:CC6.1 outcome:deviation by:AC -draft')).toEqual({
      words: [
        { text: 'change', isExcluded: false, isPrefix: false },
        { text: 'draft', isExcluded: true, isPrefix: false },
      ],
      filters: [
        { name: 'control', values: ['cc6.1'], isExcluded: false },
        { name: 'outcome', values: ['deviation'], isExcluded: false },
        { name: 'by', values: ['ac'], isExcluded: false },
      ],
    })
  })

  it('takes quotes for words in a row, and for values with spaces or commas', () => {
    expect(parseSearch('"not approved" by:"Cole, Ada" kind:evidence,note')).toEqual({
      words: [{ text: 'not approved', isExcluded: false, isPrefix: false }],
      filters: [
        { name: 'by', values: ['cole, ada'], isExcluded: false },
        { name: 'kind', values: ['evidence', 'note'], isExcluded: false },
      ],
    })
  })

  it('takes the last word for the beginning of one, until a space or a quote ends it', () => {
    expect(parseSearch('terminated us').words.map(({ isPrefix }) => isPrefix)).toEqual([false, true])
    expect(parseSearch('terminated users ').words.map(({ isPrefix }) => isPrefix)).toEqual([false, false])
    expect(parseSearch('"terminated us').words.map(({ isPrefix }) => isPrefix)).toEqual([false])
  })

  it('takes quoted filters and times of day for text', () => {
    expect(parseSearch('"outcome:deviation" 10:30').words.map(({ text }) => text)).toEqual([
      'outcome:deviation',
      '10:30',
    ])
  })

  it.each([
    ['draft contrl:CC6.1', 'search.unknown_filter', 7],
    ['by:', 'search.empty_filter', 1],
    ['a  -kind:,', 'search.empty_filter', 4],
    ['outcome:failed', 'search.unknown_value', 1],
  ])('says what is wrong with %s, and where', (text, code, at) => {
    expect(faultOf(text)).toMatchObject({ code, details: { at } })
  })

  it('reads whatever is typed, or names the place', () => {
    const pieces = fc.array(fc.constantFrom('by:', 'kind:', '-', '"', ',', ' ', 'a', 'CC6.1', ':', '(a+)+$', 'é'))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((each) => each.join('')),
        ),
        (text) => {
          const fault = faultOf(text)
          if (fault === null) return
          expect(fault).toBeInstanceOf(DomainError)
          const { at } = (fault as DomainError).details
          expect(at).toBeGreaterThanOrEqual(1)
          expect(at).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('finds every word that was put in quotes', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'Z', '9', 'é', '語'), minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, (all) => {
        expect(parseSearch(all.map((word) => `"${word}"`).join(' ')).words.map(({ text }) => text)).toEqual(all)
      }),
    )
  })
})

function faultOf(text: string): unknown {
  try {
    parseSearch(text)
    return null
  } catch (error) {
    return error
  }
}
