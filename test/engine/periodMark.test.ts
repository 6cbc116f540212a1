import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addControl, addPopulation, openEngagement, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let controlId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
  controlId = await addControl(engine, engagementId)
})
afterEach(() => engine.close())

const outage = {
  kind: 'outage',
  title: 'Ticket system down',
  startOn: '2026-01-03',
  endOn: '2026-01-05',
} as const

describe('a mark of the period', () => {
  it('is shown with the samples of its control, or of all', async () => {
    const rows = Array.from({ length: 20 }, (_, place) => `T-${place},2026-01-0${1 + (place % 9)},a`)
    const populationId = await addPopulation(engine, engagementId, rows, { columns: { date: 'day' } })
    const drawn = { populationId, controlId, method: 'random', size: 5, seed } as const
    const { sampleId } = await engine.call('sample.draw', drawn)
    const other = await addControl(engine, engagementId, { ref: 'CHG-02' })
    const { markId } = await engine.call('periodMark.save', { engagementId, ...outage })
    await engine.call('periodMark.save', { engagementId, ...outage, title: 'Freeze', kind: 'freeze', controlId: other })
    const shown = async () => (await engine.call('sample.coverage', { sampleId })).marks.map(({ title }) => title)
    expect(await shown()).toEqual(['Ticket system down'])
    await engine.call('periodMark.remove', { markId })
    expect(await shown()).toEqual([])
  })

  it('is listed earliest first, changed under its id, and comes back when its removal is undone', async () => {
    const { markId } = await engine.call('periodMark.save', { engagementId, ...outage })
    const holiday = { kind: 'holiday', title: 'Christmas', startOn: '2025-12-25', endOn: '2025-12-26' } as const
    await engine.call('periodMark.save', { engagementId, ...holiday })
    await engine.call('periodMark.save', { engagementId, markId, ...outage, endOn: '2026-01-06', controlId })
    const marks = async () => (await engine.call('periodMark.list', { engagementId })).marks
    expect(await marks()).toMatchObject([holiday, { markId, ...outage, endOn: '2026-01-06', controlId }])
    await engine.call('periodMark.remove', { markId })
    expect(await marks()).toHaveLength(1)
    await engine.call('journal.undo', { engagementId })
    expect(await marks()).toHaveLength(2)
  })

  it('of days in the wrong order, or of nobody, changes nothing', async () => {
    const save = (changed: object) => engine.callRaw('periodMark.save', { engagementId, ...outage, ...changed })
    await expect(save({ endOn: '2026-01-02' })).rejects.toMatchObject({ code: 'period.end_before_start' })
    await expect(save({ startOn: '2026-02-29' })).rejects.toMatchObject({ code: 'call.invalid_params' })
    await expect(save({ title: '' })).rejects.toMatchObject({ code: 'call.invalid_params' })
    await expect(save({ controlId: 'nobody' })).rejects.toMatchObject({ code: 'control.not_found' })
    await expect(save({ markId: 'nothing' })).rejects.toMatchObject({ code: 'periodMark.not_found' })
    expect((await engine.call('periodMark.list', { engagementId })).marks).toEqual([])
  })

  it('is not changed from another engagement', async () => {
    const { markId } = await engine.call('periodMark.save', { engagementId, ...outage })
    const second = await engine.call('engagement.create', {
      client: 'Another client',
      reportType: 'type2',
      period: { start: '2025-10-01', end: '2026-09-30' },
      categories: ['security'],
    })
    const foreign = engine.call('periodMark.save', { ...outage, engagementId: second.engagementId, markId })
    await expect(foreign).rejects.toMatchObject({ code: 'periodMark.not_found' })
  })
})
