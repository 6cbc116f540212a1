import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import type { TestEngine } from '../engine/openTestEngine.ts'

/** Controls of a full engagement. */
const fullControls = 300
const itemsPerSample = 50
const letters = ['A', 'B', 'C', 'D']
/** Who reviews; the one who prepares is the engine's first practitioner. */
export const reviewer = {
  name: 'Ben Ruiz',
  initials: 'BR',
  role: 'manager',
  passphrase: 'five boats under the long bridge',
} as const

/**
 * Makes the engagement that the gates are promised for: 300 controls, each with a sample of 50 items and a sheet of four
 * attributes (15,000 items, 60,000 results) and its conclusions; every paper signed by its preparer and reviewed, a note on
 * every tenth control. It takes minutes.
 */
export async function makeFullEngagement(engine: TestEngine): Promise<string> {
  const engagementId = await makeEngagement(engine, fullControls)
  await sign(engine, engagementId, 'preparer')
  await engine.call('practitioner.add', reviewer)
  await engine.call('store.switchUser', { passphrase: reviewer.passphrase })
  await sign(engine, engagementId, 'reviewer')
  return engagementId
}

/** Makes such an engagement of fewer controls, which nobody has signed. */
export async function makeEngagement(engine: TestEngine, controls: number): Promise<string> {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security', 'availability', 'confidentiality'],
  })
  const { criteria } = await engine.call('criterion.list', { engagementId })
  const ids = criteria.map(({ criterionId }) => criterionId)
  const populationId = await importChanges(engine, engagementId)
  for (let place = 0; place < controls; place += 1) {
    await testControl(engine, { engagementId, populationId, place, criterion: ids[place % ids.length] ?? 'CC8.1' })
  }
  return engagementId
}

async function importChanges(engine: TestEngine, engagementId: string): Promise<string> {
  const file = join(engine.folder, 'changes.csv') as FileRef
  const rows = Array.from({ length: 20_000 }, (_, row) => {
    const day = new Date(Date.UTC(2025, 9, 1) + Math.floor((row * 365) / 20_000) * 86_400_000)
    return `CHG-${String(row).padStart(5, '0')},${day.toISOString().slice(0, 10)}`
  })
  await writeFile(file, `change_id,deployed\n${rows.join('\n')}\n`)
  const { populationId } = await engine.call('population.import', {
    engagementId,
    name: 'Changes',
    file,
    columns: { itemId: 'change_id', date: 'deployed' },
  })
  await engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' })
  return populationId
}

type Place = { engagementId: string; populationId: string; place: number; criterion: string }

async function testControl(engine: TestEngine, { engagementId, populationId, place, criterion }: Place): Promise<void> {
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: `CTL-${String(place + 1).padStart(3, '0')}`,
    title: 'Change approval',
    description: 'A second person approves a change before release.',
    criteria: [criterion],
    frequency: 'event',
    type: 'manual',
    nature: 'preventive',
  })
  const { sampleId, items } = await engine.call('sample.draw', {
    populationId,
    controlId,
    method: 'random',
    size: itemsPerSample,
  })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    sampleId,
    nature: 'inspection',
    text: 'Inspect the ticket of each change.',
    attributes: letters.map((letter) => ({ letter, text: `Attribute ${letter}` })),
  })
  await engine.call('result.record', {
    results: items.flatMap(({ sampleItemId }) =>
      letters.map((attribute) => ({ procedureId, sampleItemId, attribute, outcome: 'pass' as const })),
    ),
  })
  await engine.call('walkthrough.save', {
    controlId,
    performedOn: '2026-01-15',
    performedBy: 'Ada Cole',
    instance: 'CHG-00001',
    trace: 'Traced from request to release.',
    suitablyDesigned: true,
    implemented: true,
  })
  for (const aspect of ['design', 'operation'] as const) {
    await engine.call('conclusion.save', {
      target: { entity: 'control', id: controlId },
      aspect,
      outcome: 'effective',
      rationale: 'No deviation was found.',
    })
  }
  if (place % 10 === 0) {
    const target = { entity: 'control', id: controlId } as const
    await engine.call('note.open', { target, kind: 'coaching', priority: 'normal', text: 'Name the system.' })
  }
}

async function sign(engine: TestEngine, engagementId: string, role: 'preparer' | 'reviewer'): Promise<void> {
  const { items } = await engine.call('review.queue', { engagementId, role, limit: 1000 })
  for (const { target } of items) await engine.call('signOff.add', { target, role })
  if (items.length === 1000) await sign(engine, engagementId, role)
}
