import { describe, expect, it } from 'vitest'
import { fieldWords, namesPerson, recordWords, valueWords } from '../../../shared/record/fieldWords.ts'

describe('what a field holds, in words', () => {
  it('parts the words of its name', () => {
    expect(fieldWords('effectiveOn')).toBe('effective on')
  })

  it.each([
    [null, '(empty)'],
    ['', '(empty)'],
    [[], '(empty)'],
    [false, 'no'],
    [25, '25'],
    [['CC6.1', 'CC8.1'], 'CC6.1, CC8.1'],
  ])('writes %j as %s', (value, words) => {
    expect(valueWords(value)).toBe(words)
  })

  it('writes the attributes of a test one a line, without what is not said of them', () => {
    const attributes = [
      { letter: 'A', text: 'Approved by a second person', expected: null },
      { letter: 'B', text: 'Tests passed', expected: 'all of them' },
    ]
    expect(valueWords(attributes)).toBe(
      'letter: A; text: Approved by a second person\nletter: B; text: Tests passed; expected: all of them',
    )
  })

  it('writes rich text as its paragraphs, and what only looks like it as its parts', () => {
    const paragraph = (text: unknown) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    expect(valueWords({ type: 'doc', content: [paragraph('A ledger.'), paragraph('Kept in Dublin.')] })).toBe(
      'A ledger.\nKept in Dublin.',
    )
    expect(valueWords({ type: 'doc', content: [paragraph(7)] })).toContain('text: 7')
  })

  it('writes words of the model as people do, and what somebody named with an underscore as it is', () => {
    expect(recordWords('outcome', 'did_not_occur')).toBe('did not occur')
    expect(recordWords('categories', ['security', 'processing_integrity'])).toBe('security, processing integrity')
    expect(recordWords('itemId', 'change_id')).toBe('change_id')
  })

  it('points at the records whose ids a field has, whatever else is between them', () => {
    expect(recordWords('controlIds', ['one', 'two'])).toBe('@[control:one], @[control:two]')
    expect(recordWords('controlIds', [['one']])).toBe('one')
    expect(recordWords('deviceIds', ['one', 'two'])).toBe('one, two')
    expect(recordWords('controlIds', [])).toBe('(empty)')
  })

  it('knows which fields name people', () => {
    expect(['concludedBy', 'by', 'practitionerId'].filter(namesPerson)).toEqual(['concludedBy', 'by', 'practitionerId'])
    expect(['bylaw', 'controlId', 'standby'].filter(namesPerson)).toEqual([])
  })
})
