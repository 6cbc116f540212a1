import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let tickmarkId: string

beforeEach(async () => {
  const opened = await openEngagement()
  engine = opened.engine
  engagementId = opened.engagementId
  tickmarkId = (await engine.call('tickmark.save', { engagementId, symbol: 'T', meaning: 'Traced' })).tickmarkId
  engine.clock.set('2026-10-21T09:00:00Z')
  await engine.call('tickmark.save', { engagementId, tickmarkId, symbol: 'T', meaning: 'Traced to the ledger' })
})
afterEach(() => engine.close())

describe('reading the journal', () => {
  it('is narrowed by what was done, by day, by person and by paper', async () => {
    const total = async (filter: object) =>
      (await engine.callRaw('journal.list', { engagementId, ...filter })) as { total: number }
    await expect(total({ command: 'tickmark.save' })).resolves.toMatchObject({ total: 2 })
    await expect(total({ command: 'tickmark.save', from: '2026-10-21' })).resolves.toMatchObject({ total: 1 })
    await expect(total({ to: '2026-10-20' })).resolves.toMatchObject({ total: 2 })
    await expect(total({ actorId: 'nobody' })).resolves.toMatchObject({ total: 0 })
    await expect(total({ entity: 'tickmark', id: tickmarkId })).resolves.toMatchObject({ total: 2 })
    await expect(total({ entity: 'engagement' })).resolves.toMatchObject({ total: 1 })
    await expect(engine.call('journal.facets', { engagementId })).resolves.toMatchObject({
      people: [{ actor: 'Ada Cole' }],
      commands: [{ command: 'engagement.create' }, { command: 'tickmark.save' }],
    })
  })

  it('shows what each field held before', async () => {
    const { entries } = await engine.call('journal.list', { engagementId })
    const { deviceId, seq } = at(entries, 0)
    const { changes } = await engine.call('journal.entry', { engagementId, deviceId, seq })
    expect(changes).toEqual([
      {
        entity: 'tickmark',
        id: tickmarkId,
        words: 'tickmark',
        field: 'meaning',
        before: 'Traced',
        value: 'Traced to the ledger',
      },
    ])
    await expect(engine.call('journal.entry', { engagementId, deviceId, seq: 99 })).rejects.toMatchObject({
      code: 'journal.no_such_entry',
    })
  })

  it('says where the clock was set back', async () => {
    engine.clock.set('2026-10-19T09:00:00Z')
    await engine.call('tickmark.save', { engagementId, symbol: 'R', meaning: 'Reperformed' })
    const { entries } = await engine.call('journal.list', { engagementId })
    expect(entries.map(({ clockBehind }) => clockBehind)).toEqual([true, false, false, false].slice(0, entries.length))
  })
})
