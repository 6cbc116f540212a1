import { describe, expect, it } from 'vitest'
import { changeProblem } from '../../../shared/journal/changeProblem.ts'

const change = (entity: string, id: string, field: string, value: string) =>
  changeProblem('e-1', { entity, id, field, value })

describe('a change from outside', () => {
  it.each([
    ['practitioner', 'name'],
    ['policyVersion', 'name'],
    ['firmSetting', 'value'],
    ['signer', 'principal'],
    ['colleague', 'recipient'],
    ['firmWording', 'text'],
    ['storeNotice', 'foundAt'],
  ])('never sets what belongs to a store: %s', (entity, field) => {
    expect(change(entity, 'x', field, 'from outside')).toContain('belongs to a store')
  })

  it('speaks of its own engagement and team alone', () => {
    expect(change('engagement', 'e-2', 'client', 'Nordlys')).toContain('another engagement')
    expect(change('teamMember', 'e-2:ann', 'name', 'Ann')).toContain('another engagement')
    expect(change('teamMember', 'e-1:ann', 'name', 'Ann')).toBeNull()
  })

  it('gives a field a value of its kind, of a million characters at most', () => {
    expect(changeProblem('e-1', { entity: 'control', id: 'c', field: 'title', value: 7 })).toContain('not of its kind')
    expect(changeProblem('e-1', { entity: 'control', id: 'c', field: 'title', value: null })).not.toBeNull()
    expect(changeProblem('e-1', { entity: 'control', id: 'c', field: 'owner', value: null })).toBeNull()
    expect(change('control', 'c', 'title', 'a'.repeat(1_000_000))).toBeNull()
    expect(change('control', 'c', 'title', 'a'.repeat(1_000_001))).toContain('longer')
  })
})
