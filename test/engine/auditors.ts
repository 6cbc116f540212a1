import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

/** @returns an auditor with a laptop of their own, closed when the test ends */
export async function auditor(name: string): Promise<TestEngine> {
  const engine = await openTestEngine({ name })
  onTestFinished(engine.close)
  return engine
}

/** @returns an engagement with one control */
export async function engagementOf(engine: TestEngine): Promise<{ engagementId: string; controlId: string }> {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const { controlId } = await engine.call('control.save', { engagementId, ...control })
  return { engagementId, controlId }
}

export const control = {
  ref: 'CHG-01',
  title: 'Change approval',
  description: 'Changes are approved.',
  frequency: 'multiple_daily' as const,
  type: 'manual' as const,
  nature: 'preventive' as const,
  criteria: ['CC8.1'],
}

let bundles = 0

/** Hands the engagement over from one laptop to another as a bundle for its keys: no passphrase has to be stretched. */
export async function handOver(
  from: TestEngine,
  to: TestEngine,
  engagementId: string,
): Promise<ResultOf<'bundle.import'>> {
  return to.call('bundle.import', { file: await bundleFor(to, from, engagementId) })
}

/** @returns a bundle of the engagement that the keys of one laptop open */
export async function bundleFor(to: TestEngine, from: TestEngine, engagementId: string): Promise<FileRef> {
  bundles += 1
  const file = join(from.folder, `hand-over-${bundles}.tickmark`) as FileRef
  const { recipient } = await to.call('colleague.ownCard', {})
  await from.call('bundle.export', { engagementId, file, recipients: [recipient] })
  return file
}
