import { describe, expect, it } from 'vitest'
import { instantText } from '../../../shared/period/instantText.ts'

describe('an instant on paper', () => {
  it('is that of its writer’s clock, to the minute, with the clock’s zone', () => {
    expect(instantText('2026-11-23T14:02:31.250+01:00')).toBe('2026-11-23 14:02 +01:00')
    expect(instantText('2026-11-23T23:59:59-05:30')).toBe('2026-11-23 23:59 -05:30')
  })

  it('says so where it is kept in UTC', () => {
    expect(instantText('2026-11-23T14:02:31Z')).toBe('2026-11-23 14:02 UTC')
  })
})
