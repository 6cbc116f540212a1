import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf } from '../../../shared/richText/pieces.ts'

it('a text is parted between lines where they fit, and within a line only where one does not', () => {
  expect(piecesOf('', 5)).toEqual([''])
  expect(piecesOf('ab\ncd\nef', 5)).toEqual(['ab\ncd', 'ef'])
  expect(piecesOf('abcdefgh', 5)).toEqual(['abcde', 'fgh'])
})

it('pieces lose nothing but the breaks between them, and none is too long', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 60 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (whole, longest) => {
      const pieces = piecesOf(whole, longest)
      expect(pieces.every((piece) => piece.length <= longest)).toBe(true)
      expect(pieces.join('').replaceAll('\n', '')).toBe(whole.replaceAll('\n', ''))
    }),
  )
})
