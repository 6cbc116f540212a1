import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowLine } from '../../../shared/population/rowLine.ts'

const text = fc.string({ unit: 'grapheme' })
const optional = fc.option(text)
const row = fc.record({
  row: fc.nat(),
  itemId: text,
  occurredOn: optional,
  stratum: optional,
  amount: optional,
  cells: fc.array(text),
})

it('writes a row as the canonical JSON (RFC 8785) of its values and a line feed', () => {
  fc.assert(
    fc.property(row, (given) => {
      const { row: number, itemId, occurredOn, stratum, amount, cells } = given
      expect(rowLine(given)).toBe(`${canonicalize([number, itemId, occurredOn, stratum, amount, cells])}\n`)
    }),
  )
})

it('stays one line, whatever a cell holds', () => {
  const line = rowLine({
    row: 2,
    itemId: 'a',
    occurredOn: null,
    stratum: null,
    amount: null,
    cells: ['two\nlines', '"'],
  })
  expect(line).toBe('[2,"a",null,null,null,["two\\nlines","\\""]]\n')
})
