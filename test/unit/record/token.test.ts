import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RecordKey, recordKinds } from '../../../shared/record/record.ts'
import { partsOf, recordsIn, tokenOf, withWords } from '../../../shared/record/token.ts'

const key: fc.Arbitrary<RecordKey> = fc.record({
  kind: fc.constantFrom(...recordKinds),
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
})
const prose = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('@['))

describe('a reference in a text', () => {
  it('reads as kind and id', () => {
    expect(tokenOf({ kind: 'deviation', id: 'c0ffee-3' })).toBe('@[deviation:c0ffee-3]')
    expect(partsOf('As in @[deviation:c0ffee-3], cause open.')).toEqual([
      'As in ',
      { kind: 'deviation', id: 'c0ffee-3' },
      ', cause open.',
    ])
  })

  it('points at the very record, whatever its id holds and whatever stands around it', () => {
    fc.assert(
      fc.property(prose, key, prose, key, (before, first, between, second) => {
        const text = `${before}${tokenOf(first)}${between}${tokenOf(second)}`
        expect(partsOf(text)).toEqual([before, first, between, second].filter((part) => part !== ''))
      }),
    )
  })

  it('never loses a character of a text that somebody typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('@', '[', ']', ':', '%', 'control', 'a', '2', '0') }), (text) => {
        const whole = partsOf(text).map((part) => (typeof part === 'string' ? part : tokenOf(part)))
        expect(partsOf(whole.join(''))).toEqual(partsOf(text))
        const typed = partsOf(text).filter((part) => typeof part === 'string')
        expect(recordsIn(text).length > 0 || typed.join('') === text).toBe(true)
      }),
    )
  })

  it.each([
    'a mail to ada@meridian.example',
    '@[deviation:]',
    '@[nothing:1]',
    '@[constructor:1]',
    '@[deviation:%E0%A4]',
    '@[deviation:a b]',
    '@ [deviation:1]',
  ])('is not %s', (text) => {
    expect(partsOf(text)).toEqual([text])
  })

  it('is counted once however often a text repeats it', () => {
    expect(recordsIn('@[control:a] before @[control:a], not @[control:b]')).toEqual([
      { kind: 'control', id: 'a' },
      { kind: 'control', id: 'b' },
    ])
  })

  it('becomes words where no link can be drawn', () => {
    expect(withWords('See @[request:7].', () => 'REQ-7')).toBe('See REQ-7.')
  })
})
