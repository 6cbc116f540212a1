import { describe, expect, it } from 'vitest'
import type { ChangeKind } from '../../../shared/contract/changeKind.ts'
import { requirePermitted, type WriteStanding } from '../../../shared/lock/permitted.ts'

const verdict = (kind: ChangeKind, standing: Partial<WriteStanding>, today: string): string => {
  try {
    requirePermitted(kind, { lockedAt: null, reportOn: null, hasLateChange: false, ...standing }, today)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const dated = { reportOn: '2026-10-12' }
const locked = { ...dated, lockedAt: '2026-12-01T09:00:00.000+00:00', hasLateChange: true }

describe('a change', () => {
  it.each([
    ['substantive', {}, '2026-10-13', 'taken'],
    ['substantive', dated, '2026-10-12', 'taken'],
    ['substantive', dated, '2026-10-13', 'engagement.late_change_required'],
    ['substantive', { ...dated, hasLateChange: true }, '2026-10-13', 'taken'],
    ['administrative', dated, '2026-10-13', 'taken'],
    ['substantive', locked, '2026-12-02', 'engagement.locked'],
    ['administrative', locked, '2026-12-02', 'engagement.locked'],
    ['archive', locked, '2026-12-02', 'taken'],
    ['outside', locked, '2026-12-02', 'taken'],
  ] as const)('that is %s, of a file with %o, on %s is %s', (kind, standing, today, expected) => {
    expect(verdict(kind, standing, today)).toBe(expected)
  })
})
