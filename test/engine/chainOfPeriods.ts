import type { ParamsOf } from '../../shared/contract/index.ts'
import { addControl, addPopulation, at, openEngagement, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

/** Items of a period that were examined, and those of them that deviated. */
export type Examined = readonly [examined: number, deviating: number]

/**
 * Engagements of one client that were rolled forward from one another, a year each from 2015 on; in each the same control was
 * tested on as many items as are named. In the third year the control got another reference.
 */
export async function openChain(years: readonly Examined[]): Promise<{ engine: TestEngine; engagementIds: string[] }> {
  const { engine, engagementId } = await openEngagement({ period: yearOf(0) })
  const controlId = await addControl(engine, engagementId)
  await engine.call('procedure.save', { controlId, ...approval })
  const engagementIds = [engagementId]
  for (const [place, examined] of years.entries()) {
    if (place > 0) {
      const before = at(engagementIds, place - 1)
      const next = await engine.call('engagement.rollForward', { engagementId: before, period: yearOf(place) })
      engagementIds.push(next.engagementId)
    }
    await testYear(engine, at(engagementIds, place), place, examined)
  }
  return { engine, engagementIds }
}

async function testYear(engine: TestEngine, engagementId: string, place: number, [examined, deviating]: Examined) {
  const { call } = engine
  const { controls } = await call('control.list', { engagementId })
  const { controlId } = at(controls, 0)
  if (place === 2) await addControl(engine, engagementId, { controlId, ref: 'CHM-07' })
  if (examined === 0) return
  const rows = Array.from({ length: examined }, (_, row) => `T-${place}-${row},${2015 + place}-03-01,billing`)
  const populationId = await addPopulation(engine, engagementId, rows)
  const { items } = await call('sample.draw', { populationId, controlId, method: 'random', size: examined, seed })
  const { procedures } = await call('procedure.list', { engagementId, controlId })
  const { procedureId } = at(procedures, 0)
  await call('procedure.save', { procedureId, controlId, ...approval })
  await call('result.record', {
    results: items.map(({ sampleItemId }, item) => ({
      procedureId,
      sampleItemId,
      attribute: 'A',
      outcome: item < deviating ? 'deviation' : 'pass',
    })),
  })
}

const approval: Pick<ParamsOf<'procedure.save'>, 'nature' | 'text' | 'attributes'> = {
  nature: 'inspection',
  text: 'Inspect the ticket of each change.',
  attributes: [{ letter: 'A', text: 'Approved by a second person' }],
}

const yearOf = (place: number) => ({ start: `${2015 + place}-01-01`, end: `${2015 + place}-12-31` })
