import { expect, it } from 'vitest'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { EngineError } from '../../../renderer/engine/client.ts'
import { KeptVisits } from '../../../renderer/review/keptVisits.ts'

const ana = { storeId: 'store', practitionerId: 'ana' }
const ben = { storeId: 'store', practitionerId: 'ben' }
const visitOf = (id: string) => ({
  engagementId: 'engagement',
  visits: [{ target: { entity: 'control' as const, id }, openedAt: '2026-10-20T09:00:00Z', seconds: 600 }],
})

/** An engine that answers as the test says. */
function setUp() {
  const recorded: string[] = []
  const state: { refuses?: 'store.locked' | 'paper.not_found' } = {}
  const visits = new KeptVisits(async (_, { visits: [visit] }) => {
    if (state.refuses !== undefined) throw new EngineError(new DomainError(state.refuses).toAnswer())
    recorded.push(visit?.target.id ?? '')
  })
  return { visits, state, recorded }
}

it('a visit that a locked screen cut off is recorded, once, when its reviewer opens the same store again', async () => {
  const { visits, recorded } = setUp()
  visits.keep(ana, visitOf('CHG-01'))
  visits.keep(ana, visitOf('CHG-02'))
  await visits.record(ben)
  await visits.record({ ...ana, storeId: 'another' })
  expect(recorded).toEqual([])
  await visits.record(ana)
  await visits.record(ana)
  expect(recorded).toEqual(['CHG-01', 'CHG-02'])
})

it('a visit goes on waiting when the store locks again, and waits for nobody when its paper is gone', async () => {
  const { visits, state, recorded } = setUp()
  visits.keep(ana, visitOf('CHG-01'))
  state.refuses = 'store.locked'
  await visits.record(ana)
  delete state.refuses
  await visits.record(ana)
  expect(recorded).toEqual(['CHG-01'])
  visits.keep(ana, visitOf('CHG-02'))
  state.refuses = 'paper.not_found'
  await visits.record(ana)
  delete state.refuses
  await visits.record(ana)
  expect(recorded).toEqual(['CHG-01'])
})
