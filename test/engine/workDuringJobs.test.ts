import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'
import { testPassphrase } from './openTestEngine.ts'

const wording = { description: '', frequency: 'annual', type: 'manual', nature: 'preventive' } as const
let engine: DemoEngine

beforeEach(async () => {
  engine = await openDemoEngine()
  const file = join(engine.folder, 'evidence.bin') as FileRef
  await writeFile(file, Buffer.alloc(8 * 1024 * 1024, 1))
  await engine.call('evidence.attach', { target: { entity: 'engagement', id: engine.engagementId }, file })
})
afterEach(() => engine.close())

/** Adds controls for as long as a job runs, each as soon as the one before is saved. @returns the job's answer and how many were added */
async function typeDuring<T>(job: Promise<T>): Promise<{ answer: T; typed: number }> {
  const end = { reached: false }
  const finished = job.finally(() => (end.reached = true))
  let typed = 0
  while (!end.reached) {
    typed += 1
    await engine.call('control.save', {
      engagementId: engine.engagementId,
      ref: `R-${typed}`,
      title: 'T',
      criteria: [],
      ...wording,
    })
    await new Promise((done) => setImmediate(done))
  }
  return { answer: await finished, typed }
}

describe('an auditor who goes on typing', () => {
  it('while the journal is verified gets no false alarm', async () => {
    const { answer, typed } = await typeDuring(engine.call('journal.verify', { engagementId: engine.engagementId }))
    expect(typed).toBeGreaterThan(0)
    expect(answer).toMatchObject({ valid: true })
  })

  it('while a bundle is exported gets the bundle of the moment at which the export began', async () => {
    const { engagementId } = engine
    const file = join(engine.folder, 'b.tickmark')
    const before = (await engine.call('engagement.get', { engagementId })).entries
    const { typed } = await typeDuring(engine.call('bundle.export', { engagementId, file, passphrase: testPassphrase }))
    const verdict = await engine.call('bundle.inspect', { file, passphrase: testPassphrase })
    expect(typed).toBeGreaterThan(1)
    expect(verdict.valid).toBe(true)
    expect(verdict.entries).toBeLessThan(before + typed)
  })
})
