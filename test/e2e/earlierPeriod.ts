import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, at, openEngagement, recordAll } from '../engine/fieldwork.ts'

/** The seed of the sample engagement's draw, and one of the items that it selected. */
const seedAgain = '20261020000000000033'
const itemAgain = 'CHG-01181'

/**
 * The year before the sample engagement as a bundle for its auditor: the same control with five items, one of which deviated.
 * The seed, an item and a file of evidence are the same as a year later.
 */
export async function earlierPeriod(recipient: string): Promise<{ bundle: FileRef; evidence: FileRef }> {
  const { engine, engagementId } = await openEngagement({
    client: 'Northwind Ledger, Inc.',
    period: { start: '2024-10-01', end: '2025-09-30' },
  })
  onTestFinished(engine.close)
  const controlId = await addControl(engine, engagementId)
  const rows = ['CHG-1', 'CHG-2', 'CHG-3', 'CHG-4', itemAgain].map((id) => `${id},2024-11-01,billing`)
  const populationId = await addPopulation(engine, engagementId, rows)
  const draw = { populationId, controlId, method: 'random', size: 5, seed: seedAgain } as const
  const { items } = await engine.call('sample.draw', draw)
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    nature: 'inspection',
    text: 'Inspect the ticket of each change.',
    attributes: [{ letter: 'A', text: 'Approved by a second person' }],
  })
  await recordAll(engine, procedureId)
  const { sampleItemId } = at(items, 0)
  await engine.call('result.record', {
    procedureId,
    sampleItemId,
    attribute: 'A',
    outcome: 'deviation',
    note: 'No approval.',
  })
  await engine.call('deviation.save', {
    controlId,
    procedureId,
    sampleItemId,
    attribute: 'A',
    condition: 'Nobody approved the change.',
    cause: 'The approver was away.',
  })
  await engine.call('conclusion.save', {
    target: { entity: 'control', id: controlId },
    aspect: 'operation',
    outcome: 'effective_with_deviations',
    rationale: 'One of five.',
  })
  const evidence = join(engine.folder, 'change-policy.txt') as FileRef
  await writeFile(evidence, 'Changes are approved by a second person.')
  await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file: evidence })
  const bundle = join(engine.folder, 'northwind-2025.tickmark') as FileRef
  await engine.call('bundle.export', { engagementId, file: bundle, recipients: [recipient] })
  return { bundle, evidence }
}
