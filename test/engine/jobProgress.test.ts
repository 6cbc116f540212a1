import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

const files = 120

let engine: TestEngine
beforeEach(async () => (engine = await openTestEngine()))
afterEach(() => engine.close())

it('the progress of a job is told ten times a second at most, and at once when it begins', async () => {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  await mkdir(join(engine.folder, 'files'))
  const target = { entity: 'engagement', id: engagementId } as const
  for (let number = 0; number < files; number += 1) {
    const file = join(engine.folder, 'files', `${number}.txt`) as FileRef
    await writeFile(file, `file ${number}`)
    await engine.call('evidence.attach', { target, file })
  }
  engine.events.length = 0
  const start = performance.now()
  await engine.call('evidence.verify', { engagementId })
  const tenths = (performance.now() - start) / 100
  const told = engine.events.filter(({ event }) => event === 'job.progress').map(({ payload }) => payload)
  expect(told.length).toBeLessThanOrEqual(tenths + 2)
  expect(told[0]).toMatchObject({ done: 0, total: files })
})
