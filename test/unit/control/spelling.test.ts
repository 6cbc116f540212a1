import { describe, expect, it } from 'vitest'
import { readCriteria } from '../../../shared/control/criteriaText.ts'
import { proposeControlColumns } from '../../../shared/control/proposal.ts'
import { readWord } from '../../../shared/control/spelling.ts'

describe('the words of a control matrix', () => {
  it.each([
    ['frequency', 'Semi-Annual', 'semiannual'],
    ['frequency', 'multiple daily', 'multiple_daily'],
    ['frequency', 'Event-driven', 'event'],
    ['frequency', ' Quarterly ', 'quarterly'],
    ['frequency', 'SEMI MONTHLY', 'semimonthly'],
    ['frequency', 'yearly', 'annual'],
    ['type', 'it-dependent', 'it_dependent'],
    ['type', 'IT-dependent manual', 'it_dependent'],
    ['type', 'Automated', 'automated'],
    ['nature', 'preventative', 'preventive'],
    ['nature', 'Detective', 'detective'],
  ] as const)('read %s "%s" as %s', (field, text, value) => {
    expect(readWord(field, text)).toBe(value)
  })

  it.each([
    ['frequency', 'biannual'],
    ['frequency', 'biweekly'],
    ['frequency', 'bimonthly'],
    ['frequency', '2 x monthly'],
    ['frequency', 'sometimes'],
    ['frequency', 'constructor'],
    ['type', 'hybrid'],
    ['nature', ''],
  ] as const)('do not guess %s "%s"', (field, text) => {
    expect(readWord(field, text)).toBeUndefined()
  })

  it('divide criteria by semicolon, comma, bar or space, each once', () => {
    expect(readCriteria('CC6.2;CC6.3, cc7.1 | A1.2\nCC6.2')).toEqual(['CC6.2', 'CC6.3', 'CC7.1', 'A1.2'])
    expect(readCriteria(' ; ')).toEqual([])
  })
})

describe('the columns of a control matrix', () => {
  it('are known by the names of the demo file', () => {
    const header = ['control_id', 'title', 'description', 'criteria', 'frequency', 'type', 'nature', 'owner']
    expect(proposeControlColumns(header)).toEqual({
      ...Object.fromEntries(header.slice(1).map((name) => [name, name])),
      ref: 'control_id',
    })
  })

  it('are known in other spellings, the more exact name first', () => {
    expect(proposeControlColumns(['ID', 'Control ID', 'Control Name', 'TSC', 'Control Owner', 'Status'])).toEqual({
      ref: 'Control ID',
      title: 'Control Name',
      criteria: 'TSC',
      owner: 'Control Owner',
    })
  })
})
