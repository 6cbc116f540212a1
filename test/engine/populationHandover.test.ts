import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, handOver } from './auditors.ts'
import { sync, teamOf } from './exchangeTeam.ts'
import { at, openFieldwork, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

/** Everything that is shown of the rows of a population. */
async function seenOf(engine: TestEngine, populationId: string): Promise<unknown> {
  const population = await engine.call('population.get', { populationId })
  const { items, total } = await engine.call('population.items', { populationId, offset: 0, limit: 200 })
  const { rejected } = await engine.call('population.rejected', { populationId })
  return { population, items, total, rejected }
}

describe('a population that was handed over', () => {
  it('shows the rows and findings that it shows where it was imported, and gives the same draw', async () => {
    const { engine, engagementId, controlId, populationId } = await openFieldwork()
    onTestFinished(engine.close)
    const other = await auditor('Ben Roth')
    await handOver(engine, other, engagementId)
    expect(await seenOf(other, populationId)).toEqual(await seenOf(engine, populationId))
    const draw = { controlId, populationId, method: 'random' as const, size: 25, seed }
    const there = await other.call('sample.draw', draw)
    const here = await engine.call('sample.draw', draw)
    expect(there.items.map(({ itemId }) => itemId)).toEqual(here.items.map(({ itemId }) => itemId))
  })

  it('brings the rows that were left out of it, also by way of an exchange folder', async () => {
    const { engines, engagementId } = await teamOf('Ann Lee', 'Ben Roth')
    const [first, second] = [at(engines, 0), at(engines, 1)]
    const file = join(first.folder, 'changes.csv') as FileRef
    await writeFile(file, 'id,day\nCHG-1,2025-10-01\nCHG-2,no day\nCHG-1,2025-10-02\nCHG-9,2025-10-03\n')
    const { populationId } = await first.call('population.import', {
      engagementId,
      name: 'Changes',
      file,
      columns: { itemId: 'id', date: 'day' },
      dateFormat: 'iso',
      skipRejected: true,
    })
    await sync(first, engagementId)
    await sync(second, engagementId)
    const seen = await seenOf(second, populationId)
    expect(seen).toEqual(await seenOf(first, populationId))
    expect(seen).toMatchObject({ total: 3, rejected: [{ row: 3, column: 'day', cells: ['CHG-2', 'no day'] }] })
  })
})
