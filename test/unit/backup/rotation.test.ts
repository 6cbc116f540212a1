import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, replacedBackups } from '../../../shared/backup/rotation.ts'

const taken = (...instants: string[]) => instants.map((takenAt) => ({ name: takenAt, takenAt }))

describe('the rotation of backups', () => {
  it('keeps the last of each day, and of each week from Monday to Sunday', () => {
    // 2026-11-29 is a Sunday: the week began on Monday the 23rd.
    const backups = taken(
      '2026-11-29T18:00:00+01:00',
      '2026-11-29T09:00:00+01:00',
      '2026-11-27T18:00:00+01:00',
      '2026-11-23T18:00:00+01:00',
      '2026-11-22T18:00:00+01:00',
      '2026-11-16T18:00:00+01:00',
      '2026-11-15T18:00:00+01:00',
    )
    expect(replacedBackups(backups, { daily: 2, weekly: 2 })).toEqual([
      '2026-11-29T09:00:00+01:00',
      '2026-11-23T18:00:00+01:00',
      '2026-11-16T18:00:00+01:00',
      '2026-11-15T18:00:00+01:00',
    ])
  })

  it('goes by the local day of whoever took it', () => {
    const backups = taken('2026-11-29T00:30:00+01:00', '2026-11-28T23:30:00+01:00')
    expect(replacedBackups(backups, { daily: 2, weekly: 0 })).toEqual([])
  })

  it('keeps the one that was just taken, also where the clock was set back before all others', () => {
    const backups = taken('2026-11-29T18:00:00+01:00', '2026-11-28T18:00:00+01:00', '2025-01-01T09:00:00+01:00')
    expect(replacedBackups(backups, { daily: 1, weekly: 1 }, '2025-01-01T09:00:00+01:00')).toEqual([
      '2026-11-28T18:00:00+01:00',
    ])
  })

  it('never removes the newest, never keeps more than asked for, and has nothing to add when it is done', () => {
    const instants = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (hours, daily, weekly) => {
        const backups = taken(
          ...hours.map((hour) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString().replace('Z', '+00:00')),
        )
        const removed = new Set(replacedBackups(backups, { daily, weekly }))
        const stays = backups.filter(({ name }) => !removed.has(name))
        const newest = backups.toSorted((one, other) => one.takenAt.localeCompare(other.takenAt)).at(-1)
        expect(newest === undefined || stays.includes(newest)).toBe(true)
        expect(stays.length).toBeLessThanOrEqual(daily + weekly)
        expect(replacedBackups(stays, { daily, weekly })).toEqual([])
      }),
    )
  })
})

describe('a backup', () => {
  it('is due once a day, where something was written since', () => {
    const now = { at: '2026-11-29T09:00:00+01:00', entries: 12 }
    expect(isDue(undefined, now)).toBe(true)
    expect(isDue({ takenAt: '2026-11-28T09:00:00+01:00', entries: 11 }, now)).toBe(true)
    expect(isDue({ takenAt: '2026-11-28T09:00:00+01:00', entries: 12 }, now)).toBe(false)
    expect(isDue({ takenAt: '2026-11-29T00:10:00+01:00', entries: 3 }, now)).toBe(false)
  })
})
