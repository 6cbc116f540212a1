import { describe, expect, it } from 'vitest'
import { idleState, lastUse } from '../../../shared/shell/idleLock.ts'

describe('a computer that nobody uses', () => {
  it('is warned of the lock half a minute before, and locked when the minutes are over', () => {
    expect(idleState(10, 569_000)).toEqual({ kind: 'used' })
    expect(idleState(10, 570_000)).toEqual({ kind: 'warning', seconds: 30 })
    expect(idleState(10, 599_500)).toEqual({ kind: 'warning', seconds: 1 })
    expect(idleState(10, 600_000)).toEqual({ kind: 'lock' })
  })

  it('locks after the minutes also where the clock was set back by years', () => {
    const usedAt = Date.parse('2026-10-20T09:00:00Z')
    const setBack = Date.parse('2020-01-01T09:00:00Z')
    const usedByThatClock = lastUse(usedAt, setBack)
    expect(idleState(10, setBack + 600_000 - usedByThatClock)).toEqual({ kind: 'lock' })
    expect(lastUse(usedAt, usedAt + 5000)).toBe(usedAt)
  })

  it('is never locked where the auditor chose so', () => {
    expect(idleState(0, 86_400_000)).toEqual({ kind: 'used' })
  })
})
