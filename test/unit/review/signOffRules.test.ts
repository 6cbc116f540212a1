import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { noteAge } from '../../../shared/review/noteAge.ts'
import { reasonsOf } from '../../../shared/review/queueReasons.ts'
import { sectionsOf } from '../../../shared/review/sections.ts'
import { checkSignOff, maySignAs, type SignOffWish, usualSignOffRole } from '../../../shared/review/signOffRules.ts'

const now = 'a'.repeat(64)
const before = 'b'.repeat(64)
const prepared = { role: 'preparer' as const, by: 'ada', contentSha256: now }
const wish: SignOffWish = {
  role: 'reviewer',
  by: 'ben',
  practitionerRole: 'manager',
  contentSha256: now,
  standing: [prepared],
  openNotes: 0,
}

function outcomeOf(change: Partial<SignOffWish>): string {
  try {
    checkSignOff({ ...wish, ...change })
    return 'signed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('who may sign as what', () => {
  // DOMAIN 1.5: preparer → senior or manager (detail review) → partner → engagement quality reviewer.
  it.each([
    ['preparer', 'preparer', true],
    ['preparer', 'reviewer', false],
    ['senior', 'reviewer', true],
    ['manager', 'reviewer', true],
    ['manager', 'partner', false],
    ['reviewer', 'reviewer', true],
    ['partner', 'partner', true],
    ['partner', 'quality_reviewer', false],
    ['quality_reviewer', 'quality_reviewer', true],
    ['quality_reviewer', 'preparer', false],
    ['quality_reviewer', 'reviewer', false],
  ] as const)('a %s as %s: %s', (practitionerRole, role, may) => {
    expect(maySignAs(role, practitionerRole)).toBe(may)
  })

  it.each([
    ['preparer', 'preparer'],
    ['senior', 'reviewer'],
    ['partner', 'partner'],
    ['quality_reviewer', 'quality_reviewer'],
  ])('a %s usually signs as %s', (practitionerRole, role) => {
    expect(usualSignOffRole(practitionerRole)).toBe(role)
  })
})

describe('a sign-off', () => {
  it.each<[string, Partial<SignOffWish>, string]>([
    ['by another person than the preparer', {}, 'signed'],
    ['by the preparer', { by: 'ada' }, 'signOff.same_person'],
    ['of what nobody prepared', { standing: [] }, 'signOff.preparer_first'],
    ['of what changed since', { contentSha256: before }, 'signOff.changed_since_preparer'],
    ['with questions open', { openNotes: 2 }, 'signOff.open_notes'],
    ['by a preparer’s role', { practitionerRole: 'preparer' }, 'signOff.role_not_allowed'],
    [
      'a second time of the same',
      { standing: [prepared, { ...prepared, role: 'reviewer', by: 'ben' }] },
      'signOff.already_signed',
    ],
    [
      'a second time of what changed and was prepared again',
      { standing: [prepared, { role: 'reviewer', by: 'ben', contentSha256: before }] },
      'signed',
    ],
    ['as preparer with questions open', { role: 'preparer', by: 'cy', openNotes: 2, standing: [] }, 'signed'],
    [
      'as preparer by who reviewed',
      { role: 'preparer', standing: [{ role: 'reviewer', by: 'ben', contentSha256: before }] },
      'signOff.same_person',
    ],
    [
      'as partner by who reviewed',
      {
        role: 'partner',
        practitionerRole: 'partner',
        standing: [prepared, { ...prepared, role: 'reviewer', by: 'ben' }],
      },
      'signed',
    ],
  ])('%s', (_what, change, outcome) => {
    expect(outcomeOf(change)).toBe(outcome)
  })
})

describe('the queue', () => {
  const paper = { signOffs: [], openNotes: 0, deviating: false, highRisk: false }
  const signed = { role: 'preparer' as const, changedSince: false, valid: true }

  it('has a paper for a reviewer as new from the preparer’s signature to their own', () => {
    expect(reasonsOf(paper, 'reviewer')).toEqual(['unsigned'])
    expect(reasonsOf({ ...paper, signOffs: [signed] }, 'reviewer')).toEqual(['new'])
    expect(reasonsOf({ ...paper, signOffs: [signed, { ...signed, role: 'reviewer' }] }, 'reviewer')).toEqual([])
    expect(reasonsOf({ ...paper, signOffs: [signed] }, 'preparer')).toEqual([])
  })

  it('shows a change until the same capacity signs again, and a forged sign-off always', () => {
    const changed = { ...signed, changedSince: true }
    expect(reasonsOf({ ...paper, signOffs: [changed] }, 'preparer')).toEqual(['changed'])
    expect(reasonsOf({ ...paper, signOffs: [changed, signed] }, 'preparer')).toEqual([])
    // The preparer signed it as it is; it is the reviewer's turn.
    const again = [changed, { ...changed, role: 'reviewer' as const }, signed]
    expect(reasonsOf({ ...paper, signOffs: again }, 'preparer')).toEqual([])
    expect(reasonsOf({ ...paper, signOffs: again }, 'reviewer')).toEqual(['changed', 'new'])
    expect(reasonsOf({ ...paper, signOffs: [{ ...signed, valid: false }] }, 'preparer')).toEqual([
      'invalid',
      'unsigned',
    ])
  })
})

describe('the age of a note', () => {
  it.each([
    ['2026-10-20T09:00:00Z', 'normal', 0, false],
    ['2026-10-19T08:59:00Z', 'high', 1, false],
    ['2026-10-18T09:00:00Z', 'high', 2, true],
    ['2026-10-13T09:00:00Z', 'normal', 7, true],
    ['2026-11-01T09:00:00Z', 'low', 0, false],
  ] as const)('of %s, %s priority, is %d days', (opened, priority, days, late) => {
    expect(noteAge(opened, priority, Date.parse('2026-10-20T09:00:00Z'))).toEqual({ days, late })
  })
})

describe('the sections that people take on', () => {
  it('hold the criteria by series, each once', () => {
    expect(sectionsOf(['CC1.1', 'CC1.2', 'CC8.1', 'A1.1'])).toEqual([
      'scope',
      'populations',
      'requests',
      'thirdParties',
      'evidence',
      'CC1',
      'CC8',
      'A1',
      'deviations',
      'opinion',
      'report',
    ])
  })
})
