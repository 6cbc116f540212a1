import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, engagementOf, handOver } from './auditors.ts'
import { readAll } from './csvFile.ts'
import { openEngagement } from './fieldwork.ts'

const worked = { phase: 'fieldwork', workedOn: '2026-10-01', minutes: 450 } as const

async function opened() {
  const found = await openEngagement()
  onTestFinished(found.engine.close)
  const { engine, engagementId } = found
  const list = () => engine.call('hours.list', { engagementId })
  const board = async () => (await engine.call('dashboard.engagement', { engagementId, today: '2026-10-20' })).hours
  return { ...found, list, board }
}

describe('the hours of an engagement', () => {
  it('stand beside their budget on the dashboard, and not at all where nobody entered any', async () => {
    const { engine, engagementId, list, board } = await opened()
    expect(await board()).toEqual([])
    await engine.call('hours.setBudget', { engagementId, phase: 'fieldwork', minutes: 2400 })
    const { timeEntryId } = await engine.call('hours.record', { engagementId, ...worked, note: 'Change tickets' })
    expect((await board())[1]).toEqual({ phase: 'fieldwork', budget: 2400, worked: 450 })
    expect((await list()).entries).toMatchObject([{ timeEntryId, name: 'Ada Cole', ...worked, note: 'Change tickets' }])
    await engine.call('hours.record', { engagementId, timeEntryId, ...worked, minutes: 480 })
    expect((await list()).entries).toMatchObject([{ minutes: 480, note: null }])
    await engine.call('hours.remove', { timeEntryId })
    expect((await board())[1]).toEqual({ phase: 'fieldwork', budget: 2400, worked: 0 })
    await engine.call('journal.undo', { engagementId })
    expect((await board())[1]).toEqual({ phase: 'fieldwork', budget: 2400, worked: 480 })
  })

  it('are written as lists: each entry, and each phase against its budget', async () => {
    const { engine, engagementId } = await opened()
    const written = async (list: 'hours' | 'hoursByPhase') => {
      const file = join(engine.folder, `${list}.csv`) as FileRef
      await engine.call('list.export', { list, engagementId, file })
      return (await readAll(file)).rows.map(({ cells }) => cells)
    }
    await engine.call('hours.setBudget', { engagementId, phase: 'fieldwork', minutes: 2400 })
    await engine.call('hours.setBudget', { engagementId, phase: 'planning', minutes: 60 })
    await engine.call('hours.record', { engagementId, ...worked, note: 'Change tickets' })
    await engine.call('hours.record', {
      engagementId,
      ...worked,
      workedOn: '2026-09-30',
      phase: 'planning',
      minutes: 90,
    })
    expect(await written('hours')).toEqual([
      ['2026-10-01', 'Ada Cole', 'Fieldwork', '7.5', 'Change tickets'],
      ['2026-09-30', 'Ada Cole', 'Planning', '1.5', ''],
    ])
    expect(await written('hoursByPhase')).toEqual([
      ['Planning', '1', '1.5', '', '0.5'],
      ['Fieldwork', '40', '7.5', '32.5', ''],
      ['Together', '41', '9', '32', ''],
    ])
  })

  it('have a budget that is taken away and planned again', async () => {
    const { engine, engagementId, list } = await opened()
    const budgets = async () => (await list()).phases.map(({ budget }) => budget)
    const plan = (minutes: number | null) => engine.call('hours.setBudget', { engagementId, phase: 'review', minutes })
    await plan(600)
    await plan(null)
    expect(await budgets()).toEqual([null, null, null, null])
    await plan(660)
    expect(await budgets()).toEqual([null, null, 660, null])
  })

  it('are refused before they were worked, and where there is no such entry', async () => {
    const { engine, engagementId, list } = await opened()
    const record = (fields: object) => engine.callRaw('hours.record', { engagementId, ...worked, ...fields })
    await expect(record({ workedOn: '2026-10-21' })).rejects.toMatchObject({ code: 'hours.in_future' })
    await expect(record({ timeEntryId: 'elsewhere' })).rejects.toMatchObject({ code: 'hours.not_found' })
    await expect(record({ minutes: 1441 })).rejects.toMatchObject({ code: 'call.invalid_params' })
    expect((await list()).entries).toEqual([])
  })

  it('of a colleague come with the file, and are theirs to change', async () => {
    const [ada, ben] = [await auditor('Ada Cole'), await auditor('Ben Ruiz')]
    const { engagementId } = await engagementOf(ada)
    const { timeEntryId } = await ada.call('hours.record', { engagementId, ...worked })
    await handOver(ada, ben, engagementId)
    await ben.call('hours.record', { engagementId, ...worked, phase: 'review' })
    expect((await ben.call('hours.list', { engagementId })).entries.map(({ name }) => name).toSorted()).toEqual([
      'Ada Cole',
      'Ben Ruiz',
    ])
    await expect(ben.call('hours.remove', { timeEntryId })).rejects.toMatchObject({ code: 'hours.of_another' })
  })
})
