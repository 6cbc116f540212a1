import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, marksIn } from '../../../shared/search/excerpt.ts'
import { parseSearch } from '../../../shared/search/parseSearch.ts'

const words = (text: string) => parseSearch(text).words
const marked = (text: string, search: string) =>
  marksIn(text, words(search)).map(({ start, length }) => text.slice(start, start + length))

describe('what shows why something was found', () => {
  it('marks whole words without case and accents, and the beginning of the one that is typed', () => {
    expect(marked('The Résumé of resumes', '"resume"')).toEqual(['Résumé'])
    expect(marked('Approvals and disapproval', 'approv')).toEqual(['Approv'])
    expect(marked('CHG-00312, CHG 00312 and CHG-003', 'CHG-00312 ')).toEqual(['CHG-00312', 'CHG 00312'])
  })

  it('takes every sign for itself', () => {
    expect(marked('a+ b* (a+)+$', '"(a+)+$"')).toEqual(['a', 'a'])
    expect(marksIn('anything', words('"" -anything'))).toEqual([])
  })

  it('is one line around the first word', () => {
    const { text, marks } = excerptOf(`${'before '.repeat(40)}the\nticket ${'after '.repeat(60)}`, words('"ticket"'))
    expect(text).toMatch(/^…before .*the ticket after .*…$/)
    expect(marks.map(({ start, length }) => text.slice(start, start + length))).toEqual(['ticket'])
  })

  it('marks nothing outside of its line, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('a', 'Z', '9', 'é', ' '), maxLength: 20 }),
        (text, search) => {
          const excerpt = excerptOf(text, words(search))
          for (const { start, length } of excerpt.marks) expect(start + length).toBeLessThanOrEqual(excerpt.text.length)
        },
      ),
    )
  })
})
