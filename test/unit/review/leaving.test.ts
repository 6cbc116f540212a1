import { expect, it } from 'vitest'
import { beforeLeaving, tellBefore } from '../../../renderer/engine/leaving.ts'

it('what was looked at is recorded before the store is locked or somebody else takes over, and before nothing else', () => {
  const told: string[] = []
  const forget = beforeLeaving(() => told.push('a paper'))
  tellBefore('signOff.add')
  expect(told).toEqual([])
  tellBefore('store.switchUser')
  tellBefore('store.lock')
  // Nobody was there for a while, and the window asks the shell to lock.
  tellBefore('lockStore')
  expect(told).toEqual(['a paper', 'a paper', 'a paper'])
  forget()
  tellBefore('store.lock')
  expect(told).toHaveLength(3)
})
