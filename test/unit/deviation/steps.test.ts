import { describe, expect, it } from 'vitest'
import { checkFacts, checkStep, type DeviationFacts } from '../../../shared/deviation/steps.ts'
import type { DeviationStatus } from '../../../shared/contract/deviation.ts'

const known: DeviationFacts = {
  clientStatement: 'It is right; the deputy was not named.',
  clientPerson: 'Rosa Lind, engineering lead',
  clientSaidOn: '2026-10-19',
  cause: 'The approver was on leave.',
  nature: 'isolated',
  effect: 'It operated effectively all the same.',
  criterionEffect: 'CC8.1 is met.',
}
const step =
  (from: DeviationStatus, to: DeviationStatus, facts = known, reason?: string) =>
  () =>
    checkStep(from, to, { facts, reason })

describe('the way of a deviation', () => {
  it('goes from open over confirmed and evaluated to concluded', () => {
    expect(step('open', 'confirmed')).not.toThrow()
    expect(step('confirmed', 'evaluated')).not.toThrow()
    expect(step('evaluated', 'concluded')).not.toThrow()
    expect(step('open', 'open')).not.toThrow()
  })

  it.each([
    ['open', 'evaluated', 'confirmed'],
    ['open', 'concluded', 'confirmed'],
    ['confirmed', 'concluded', 'evaluated'],
  ] as const)('skips no step from %s to %s', (from, to, next) => {
    expect(step(from, to)).toThrow(
      expect.objectContaining({ code: 'deviation.step_skipped', details: { status: from, next } }),
    )
  })

  it.each([
    ['open', 'confirmed', 'clientStatement', 'deviation.confirmation_required'],
    ['open', 'confirmed', 'clientPerson', 'deviation.confirmation_required'],
    ['open', 'confirmed', 'clientSaidOn', 'deviation.confirmation_required'],
    ['confirmed', 'evaluated', 'cause', 'deviation.cause_required'],
    ['confirmed', 'evaluated', 'nature', 'deviation.cause_required'],
    ['evaluated', 'concluded', 'effect', 'deviation.cause_required'],
    ['evaluated', 'concluded', 'criterionEffect', 'deviation.cause_required'],
    ['evaluated', 'concluded', 'cause', 'deviation.cause_required'],
  ] as const)('from %s to %s needs the %s', (from, to, fact, code) => {
    expect(step(from, to, { ...known, [fact]: null })).toThrow(expect.objectContaining({ code }))
  })

  it('goes back to any earlier step with the reason, whatever is known', () => {
    expect(step('concluded', 'open')).toThrow(expect.objectContaining({ code: 'deviation.reason_required' }))
    expect(step('concluded', 'confirmed', { ...known, cause: null }, 'A second item was found.')).not.toThrow()
  })

  it('keeps what its steps rest on', () => {
    expect(() => checkFacts('evaluated', { ...known, clientStatement: ' ' })).toThrow(
      expect.objectContaining({ code: 'deviation.confirmation_required' }),
    )
    expect(() => checkFacts('open', { ...known, clientStatement: null, cause: null })).not.toThrow()
  })
})
