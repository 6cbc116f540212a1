import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'
import { makeEngagement } from './fullEngagement.ts'

/** So many engagements are in the store when it is measured. */
const sizes = [1, 4, 16]
const controls = 60
const runs = 20

/** What the screens of one engagement ask for, while the store holds 1, 4 and 16 engagements as large as it: it must not grow. */
export async function growthWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    const engagementId = await makeEngagement(engine, controls)
    const figures: Figure[] = []
    let made = 1
    for (const size of sizes) {
      for (; made < size; made += 1) await makeEngagement(engine, controls)
      await engine.call('search.update', {})
      figures.push(...(await measure(engine, engagementId, size)))
    }
    return figures
  } finally {
    await engine.close()
  }
}

async function measure(engine: TestEngine, engagementId: string, size: number): Promise<Figure[]> {
  const { controls: listed } = await engine.call('control.list', { engagementId, limit: 1 })
  const { procedures } = await engine.call('procedure.list', { engagementId, controlId: listed[0]?.controlId ?? '' })
  const procedureId = procedures[0]?.procedureId ?? ''
  const today = '2026-06-30'
  const calls = {
    'list of engagements': () => engine.call('engagement.list', {}),
    'where all stand': () => engine.call('dashboard.portfolio', { today }),
    dashboard: () => engine.call('dashboard.engagement', { engagementId, today }),
    'list of controls': () => engine.call('control.list', { engagementId, limit: 1000 }),
    'test sheet': () => engine.call('result.sheet', { procedureId }),
    gates: () => engine.call('engagement.gates', { engagementId }),
    'review queue': () => engine.call('review.queue', { engagementId, role: 'partner' }),
    journal: () => engine.call('journal.list', { engagementId, limit: 100 }),
    search: () => engine.call('search.query', { engagementId, text: 'outcome:pass CHG-00042', limit: 20 }),
  }
  const note = `store of ${size} × ${controls} controls, ${controls * 50} items, ${controls * 200} results`
  const figures: Figure[] = []
  for (const [what, call] of Object.entries(calls)) {
    // The first call after a change reads what all others rest on.
    await call()
    figures.push(figureOf(`${size} ×: ${what}`, await timed(runs, call), note))
  }
  return figures
}
