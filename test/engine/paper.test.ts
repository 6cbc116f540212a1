import { afterEach, describe, expect, it } from 'vitest'
import { at, openTesting, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function sheet() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, procedureId, sample } = opened
  const target = { entity: 'procedure' as const, id: procedureId }
  const { sampleItemId } = at(sample.items, 0)
  const record = (outcome: 'pass' | 'deviation' | null) =>
    client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome })
  return { ...opened, client, target, record, read: () => client.call('paper.get', { target }) }
}

describe('a paper', () => {
  it('has the same hash again when a cell gets its old result back', async () => {
    const { record, read, client } = await sheet()
    await record('pass')
    const before = await read()
    client.clock.set('2026-10-21T10:00:00Z')
    await record('deviation')
    expect((await read()).contentSha256).not.toBe(before.contentSha256)
    client.clock.set('2026-10-22T10:00:00Z')
    await record('pass')
    const after = await read()
    expect(after.contentSha256).toBe(before.contentSha256)
    expect(after).toMatchObject({ changedAt: '2026-10-22T10:00:00.000+00:00', changedBy: 'Ada Cole' })
  })

  it('says of each field when it last changed, by whom and by which command', async () => {
    const { client, record, read, procedureId } = await sheet()
    await recordAll(client, procedureId)
    client.clock.set('2026-10-23T08:00:00Z')
    await record('deviation')
    const { rows, words } = await read()
    expect(words).toBe('procedure of CHG-01')
    const outcomes = rows.filter(({ entity }) => entity === 'result').map(({ fields }) => fields[0])
    expect(outcomes).toHaveLength(15)
    expect(outcomes.filter((field) => field?.changed?.at.startsWith('2026-10-23'))).toEqual([
      {
        field: 'outcome',
        value: 'deviation',
        changed: { at: '2026-10-23T08:00:00.000+00:00', actor: 'Ada Cole', command: 'result.record' },
      },
    ])
  })

  it('tells its history from the journal, each field from what it held to what it holds', async () => {
    const { client, record, target } = await sheet()
    await record('pass')
    await record('deviation')
    const { total, entries } = await client.call('paper.history', { target, limit: 1 })
    expect(total).toBeGreaterThan(2)
    expect(entries).toMatchObject([
      {
        actor: 'Ada Cole',
        changes: [{ entity: 'result', field: 'outcome', before: 'pass', value: 'deviation' }],
        moreChanges: 0,
      },
    ])
    expect(entries[0]?.changes[0]?.words).toMatch(/^item CHG-\d+, attribute A$/)
  })

  it('has nothing in its history of what was done on other papers', async () => {
    const { client, target, sample } = await sheet()
    const { total } = await client.call('paper.history', { target })
    await client.call('sample.describe', { sampleId: sample.sampleId, dualPurpose: 'Also a substantive test.' })
    await expect(client.call('paper.history', { target })).resolves.toMatchObject({ total })
  })

  it('changes with the files that support it, and is the same again when they no longer do', async () => {
    const { client, read, sample, procedureId } = await sheet()
    const before = await read()
    const cell = `${procedureId}:${at(sample.items, 1).sampleItemId}:B`
    const { evidenceId } = await client.call('evidence.attachImage', {
      target: { entity: 'result', id: cell },
      name: 'screen.png',
      png: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    })
    expect((await read()).contentSha256).not.toBe(before.contentSha256)
    await client.call('evidence.unlink', {
      evidenceId,
      target: { entity: 'result', id: cell },
      reason: 'Of another ticket.',
    })
    expect((await read()).contentSha256).toBe(before.contentSha256)
  })

  it('is not found once it was removed', async () => {
    const { client, controlId } = await sheet()
    const { walkthroughId } = await client.call('walkthrough.save', {
      controlId,
      performedOn: '2026-05-04',
      performedBy: 'Ada Cole',
      instance: 'CHG-00702',
      trace: 'From request to release.',
      suitablyDesigned: true,
      implemented: true,
    })
    const target = { entity: 'walkthrough' as const, id: walkthroughId }
    await expect(client.call('paper.get', { target })).resolves.toMatchObject({ words: 'walkthrough of CHG-01' })
    await client.call('walkthrough.remove', { walkthroughId, reason: 'Entered twice.' })
    await expect(client.call('paper.get', { target })).rejects.toMatchObject({ code: 'paper.not_found' })
  })
})
