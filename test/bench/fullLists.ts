import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import type { TestEngine } from '../engine/openTestEngine.ts'
import { columns, writeMillionRows } from './millionRows.ts'

const files = 2000
const requests = 200
const deviations = 60

/**
 * What a full engagement holds besides its tests: 2,000 evidence files on its controls, 200 requests, 60 deviations, and a
 * population of a million rows. The search has read all of it.
 */
export async function addFullLists(engine: TestEngine, engagementId: string): Promise<void> {
  const { controls } = await engine.call('control.list', { engagementId, limit: 1000 })
  const ids = controls.map(({ controlId }) => controlId)
  await addEvidence(engine, ids)
  for (let place = 0; place < requests; place += 1) {
    const title = `Access list of system ${place}`
    await engine.call('request.create', { engagementId, kind: 'other', title, text: 'Please send it.' })
  }
  for (const controlId of ids.slice(0, deviations))
    await engine.call('deviation.save', { controlId, condition: 'A change was released before its approval.' })
  const file = join(engine.folder, 'deployments.csv') as FileRef
  await writeMillionRows(file)
  await engine.call('population.import', { engagementId, name: 'Deployments', file, columns })
  await engine.call('search.update', {})
}

async function addEvidence(engine: TestEngine, controlIds: readonly string[]): Promise<void> {
  const folder = join(engine.folder, 'evidence-files')
  await mkdir(folder)
  const each = Math.ceil(files / controlIds.length)
  for (const [place, id] of controlIds.entries()) {
    const paths: FileRef[] = []
    for (let file = place * each; file < Math.min(files, (place + 1) * each); file += 1) {
      const path = join(folder, `ticket-${String(file).padStart(4, '0')}.txt`) as FileRef
      await writeFile(path, `Ticket ${file}\nApproved by person ${file % 40} before the release.\n`)
      paths.push(path)
    }
    const target = { entity: 'control', id } as const
    if (paths.length > 0) await engine.call('evidence.attachAll', { target, files: paths, effectiveDate: '2026-01-15' })
  }
}
