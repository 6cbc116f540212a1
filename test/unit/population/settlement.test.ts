import { expect, it } from 'vitest'
import { isDuplicateSettled, isOutsiderSettled } from '../../../shared/population/settlement.ts'

it('settles a duplicate when at most one of its rows can be drawn', () => {
  expect(isDuplicateSettled([null, null])).toBe(false)
  expect(isDuplicateSettled([null, 'exclude'])).toBe(true)
  expect(isDuplicateSettled(['keep', 'exclude'])).toBe(true)
  expect(isDuplicateSettled(['keep', 'keep'])).toBe(false)
  expect(isDuplicateSettled(['exclude', null, null])).toBe(false)
  expect(isDuplicateSettled(['exclude', 'exclude'])).toBe(true)
})

it('settles a row outside the period when it is excluded or kept', () => {
  expect(isOutsiderSettled(null)).toBe(false)
  expect(isOutsiderSettled('exclude')).toBe(true)
  expect(isOutsiderSettled('keep')).toBe(true)
})
