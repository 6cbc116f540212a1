import { describe, expect, it } from 'vitest'
import type { PractitionerRole } from '../../../shared/contract/store.ts'
import { checkAdding, checkLeaving, checkRoleChange, isLead } from '../../../shared/people/peopleRules.ts'

const person = (practitionerId: string, role: PractitionerRole) => ({ practitionerId, role })
const [pia, sam, max, ned, pat] = [
  person('pia', 'preparer'),
  person('sam', 'senior'),
  person('max', 'manager'),
  person('ned', 'partner'),
  person('pat', 'partner'),
]
const code = (work: () => unknown): string => {
  try {
    work()
    return 'allowed'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('who leads', () => {
  it.each([
    ['partner', true],
    ['manager', true],
    ['senior', false],
    ['reviewer', false],
    ['preparer', false],
    ['quality_reviewer', false],
  ] as const)('is asked of a %s: %s', (role, leads) => expect(isLead(role)).toBe(leads))
})

describe('another role', () => {
  it.each([
    ['a preparer makes themselves a senior beside a manager', pia, pia, 'senior', [pia, max], 'lead_required'],
    ['a manager makes a preparer a senior', max, pia, 'senior', [pia, max], 'allowed'],
    ['a manager makes themselves a partner beside a partner', max, max, 'partner', [max, ned], 'partner_required'],
    ['a manager makes themselves a partner where there is none', max, max, 'partner', [max, pia], 'allowed'],
    ['a manager takes the role from a partner', max, ned, 'senior', [max, ned], 'partner_required'],
    ['a partner makes a manager a partner', ned, max, 'partner', [max, ned], 'allowed'],
    ['the last partner becomes a manager', ned, ned, 'manager', [max, ned], 'last_lead'],
    ['one of two partners becomes a manager', ned, ned, 'manager', [ned, pat], 'allowed'],
    ['the last manager becomes a senior', max, max, 'senior', [max, pia], 'last_lead'],
    ['somebody alone corrects the role that they began with', ned, ned, 'preparer', [ned], 'allowed'],
    ['a team without anybody who leads gives itself a manager', pia, sam, 'manager', [pia, sam], 'allowed'],
    ['the role stays as it is', ned, ned, 'partner', [ned, pia], 'allowed'],
  ] as const)('%s', (_what, actor, whom, role, people, verdict) => {
    const expected = verdict === 'allowed' ? verdict : `practitioner.${verdict}`
    expect(code(() => checkRoleChange(actor, whom, role, people))).toBe(expected)
  })
})

describe('somebody new', () => {
  it.each([
    ['a preparer alone adds the partner', pia, 'partner', [pia], 'allowed'],
    ['a preparer adds a senior beside a manager', pia, 'senior', [pia, max], 'lead_required'],
    ['a manager adds a preparer', max, 'preparer', [pia, max], 'allowed'],
    ['a manager adds the first partner', max, 'partner', [max], 'allowed'],
    ['a manager adds another partner', max, 'partner', [max, ned], 'partner_required'],
    ['a partner adds another partner', ned, 'partner', [ned, max], 'allowed'],
  ] as const)('%s', (_what, actor, role, people, verdict) => {
    const expected = verdict === 'allowed' ? verdict : `practitioner.${verdict}`
    expect(code(() => checkAdding(actor, role, people))).toBe(expected)
  })
})

describe('leaving', () => {
  it.each([
    ['nobody lets themselves go', ned, ned, [ned, pat], 'not_yourself'],
    ['a preparer lets a manager go', pia, max, [pia, max], 'lead_required'],
    ['a manager lets a preparer go', max, pia, [pia, max], 'allowed'],
    ['a manager lets a partner go', max, ned, [max, ned], 'partner_required'],
    ['a partner lets the other partner go', ned, pat, [ned, pat], 'allowed'],
    ['a team without anybody who leads parts from one of its own', pia, sam, [pia, sam], 'allowed'],
  ] as const)('%s', (_what, actor, whom, people, verdict) => {
    const expected = verdict === 'allowed' ? verdict : `practitioner.${verdict}`
    expect(code(() => checkLeaving(actor, whom, people))).toBe(expected)
  })
})
