import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf } from './figures.ts'
import { makeFullEngagement } from './fullEngagement.ts'

const note = '300 controls, 15,000 items, 60,000 results, every paper signed twice'

/** How long a call waits at most beside each long job of a full engagement. The import into another store is one transaction. */
export async function waitsWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  const other = await openTestEngine({ name: 'Zoe Other' })
  try {
    const engagementId = await makeFullEngagement(engine)
    const cards = await Promise.all([engine, other].map(({ call }) => call('colleague.ownCard', {})))
    const recipients = cards.map(({ recipient }) => recipient)
    const at = (name: string) => join(engine.folder, name) as FileRef
    const figures: Figure[] = []
    for (const [what, job] of Object.entries(jobsOf(engine, engagementId, { at, recipients }))) {
      figures.push(figureOf(`longest wait: ${what}`, [await longestWait(job)], note))
    }
    const { signer } = await other.call('bundle.inspect', { file: at('bundle') })
    const importing = () => other.call('bundle.import', { file: at('bundle'), confirmedSigner: signer.fingerprint })
    return [...figures, figureOf('longest wait: import', [await longestWait(importing)], note)]
  } finally {
    await other.close()
    await engine.close()
  }
}

type Jobs = Record<string, () => Promise<unknown>>

function jobsOf(
  { call }: TestEngine,
  engagementId: string,
  { at, recipients }: { at: (name: string) => FileRef; recipients: string[] },
): Jobs {
  return {
    backup: () => call('store.backup', {}),
    'check, full': () => call('store.check', { depth: 'full' }),
    'verification of the journal': () => call('journal.verify', { engagementId }),
    'journal as CSV': () => call('journal.export', { engagementId, format: 'csv', file: at('journal.csv') }),
    'workpapers as a workbook': () =>
      call('workpapers.export', { engagementId, format: 'xlsx', file: at('papers.xlsx') }),
    'report as DOCX': () => call('report.export', { engagementId, format: 'docx', file: at('report.docx') }),
    export: () => call('bundle.export', { engagementId, recipients, file: at('bundle') }),
    inspection: () => call('bundle.inspect', { file: at('bundle') }),
  }
}

/** @returns the longest that the engine answered nobody until a job had ended, in milliseconds */
async function longestWait(job: () => Promise<unknown>): Promise<number> {
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  await job()
  waits.disable()
  return waits.max / 1e6
}
