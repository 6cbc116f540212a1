import type { Outcome } from '../../shared/contract/result.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'
import { makeFullEngagement, reviewer } from './fullEngagement.ts'

const runs = 40
const note = '300 controls, 15,000 items, 60,000 results, every paper signed twice'

/** What a full engagement asks of the gates, the review queue, the dashboard, the report and the lists that count its results. */
export async function gatesWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    return await measure(engine, await makeFullEngagement(engine))
  } finally {
    await engine.close()
  }
}

async function measure(engine: TestEngine, engagementId: string): Promise<Figure[]> {
  const gates = () => engine.call('engagement.gates', { engagementId })
  const opened = await afterEach(3, () => openAnew(engine), gates)
  const again = await timed(runs, gates)
  const queue = await timed(runs, () => engine.call('review.queue', { engagementId, role: 'partner' }))
  const signOffs = await timed(runs, () => engine.call('signOff.list', { engagementId }))
  const dashboard = () => engine.call('dashboard.engagement', { engagementId, today: '2026-06-30' })
  const boardOpened = await afterEach(3, () => openAnew(engine), dashboard)
  const board = await timed(runs, dashboard)
  const procedures = await timed(runs, () => engine.call('procedure.list', { engagementId }))
  const samples = await timed(runs, () => engine.call('sample.list', { engagementId }))
  const typed = await afterEach(runs, (run) => typeResult(engine, engagementId, run, 'not_applicable'), gates)
  const report = () => engine.call('report.document', { engagementId })
  const written = await afterEach(runs, (run) => typeResult(engine, engagementId, run, 'pass'), report)
  return [
    figureOf('gates, store just opened', opened, `${note}; every paper hashed, every signature verified`),
    figureOf('gates', again, note),
    figureOf('gates after a result', typed, note),
    figureOf('review queue', queue, note),
    figureOf('list of sign-offs', signOffs, note),
    figureOf('dashboard, store just opened', boardOpened, note),
    figureOf('dashboard', board, note),
    figureOf('report after a result', written, note),
    figureOf('list of all procedures', procedures, note),
    figureOf('list of all samples', samples, note),
  ]
}

/** @returns how long a thing takes after each of several preparations, in milliseconds */
async function afterEach(
  times: number,
  prepare: (run: number) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = []
  for (let run = 0; run < times; run += 1) {
    await prepare(run)
    durations.push(...(await timed(1, work)))
  }
  return durations
}

async function openAnew(engine: TestEngine): Promise<void> {
  await engine.call('store.lock', {})
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: reviewer.passphrase })
}

async function typeResult(engine: TestEngine, engagementId: string, run: number, outcome: Outcome): Promise<void> {
  const { controls } = await engine.call('control.list', { engagementId, offset: run, limit: 1 })
  const { procedures } = await engine.call('procedure.list', { engagementId, controlId: controls[0]?.controlId ?? '' })
  const procedureId = procedures[0]?.procedureId ?? ''
  const { items } = await engine.call('result.sheet', { procedureId })
  const sampleItemId = items[0]?.sampleItemId ?? ''
  await engine.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome })
}
