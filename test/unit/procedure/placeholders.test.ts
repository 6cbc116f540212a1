import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  checkPlaceholders,
  fillPlaceholders,
  placeholders,
  type PlaceholderValues,
} from '../../../shared/procedure/placeholders.ts'

const values: PlaceholderValues = {
  client: 'Meridian Ledger',
  system: null,
  control: 'CHG-01 Change approval',
  'control description': 'A second person approves.',
  frequency: 'event',
  criteria: 'CC8.1',
  period: '2025-10-01 to 2026-09-30',
  population: 'Change tickets',
  'population size': '1400',
  'sample size': '25',
}

describe('placeholders in the text of a procedure', () => {
  it('read as the engagement, the control and the sample say', () => {
    expect(
      fillPlaceholders('For {sample size} of {population size} {population} in {period}, inspect.', values),
    ).toEqual({
      filled: 'For 25 of 1400 Change tickets in 2025-10-01 to 2026-09-30, inspect.',
      open: [],
    })
  })

  it('stay as they are written while nothing is known for them, and are named once', () => {
    expect(fillPlaceholders('{system}, and {system} of {client}', values)).toEqual({
      filled: '{system}, and {system} of Meridian Ledger',
      open: ['system'],
    })
  })

  it.each([
    ['Inspect {sampel size} items', '{sampel size}', 9],
    ['{Client}', '{Client}', 1],
    ['For {client}, {sample  size}', '{sample  size}', 15],
    ['{}', '{}', 1],
    ['{toString}', '{toString}', 1],
  ])('that nothing is known for are refused with their place: %s', (text, placeholder, position) => {
    expect(() => checkPlaceholders(text)).toThrow(
      expect.objectContaining({
        code: 'procedure.unknown_placeholder',
        details: expect.objectContaining({ placeholder, position }),
      }),
    )
  })

  it('are not seen in a brace without its partner', () => {
    expect(() => checkPlaceholders('The set { of items, and } its end')).toThrow(/\{ of items, and \}/)
    expect(() => checkPlaceholders('An open { brace')).not.toThrow()
    expect(fillPlaceholders('An open { brace and } one', values).filled).toBe('An open { brace and } one')
  })

  it('end a sentence once, whether or not the value ends with a full stop', () => {
    const inc = { ...values, client: 'Northwind Ledger, Inc.' }
    expect(fillPlaceholders('Observe at {client}. Then inspect.', inc).filled).toBe(
      'Observe at Northwind Ledger, Inc. Then inspect.',
    )
    expect(fillPlaceholders('Observe at {client}', inc).filled).toBe('Observe at Northwind Ledger, Inc.')
    expect(fillPlaceholders('Observe at {client}.', values).filled).toBe('Observe at Meridian Ledger.')
    expect(fillPlaceholders('As {client}... says {system}.', inc).filled).toBe(
      'As Northwind Ledger, Inc.... says {system}.',
    )
  })

  it('never put the text of one value through again', () => {
    const tricky = { ...values, client: '{system}', population: '$& {client}' }
    expect(fillPlaceholders('{client} {population}', tricky).filled).toBe('{system} $& {client}')
  })

  it('that are known are never refused, whatever stands around them', () => {
    const known = fc.constantFrom(...Object.keys(placeholders)).map((name) => `{${name}}`)
    const plain = fc.string().map((text) => text.replaceAll(/[{}]/g, ''))
    fc.assert(
      fc.property(fc.array(fc.oneof(known, plain)), (pieces) => {
        expect(() => checkPlaceholders(pieces.join(''))).not.toThrow()
      }),
    )
  })
})
