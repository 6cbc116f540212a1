import { afterEach, describe, expect, it } from 'vitest'
import { at } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'
import { openWithTwoPeople } from './twoPeople.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

describe('an undo of what somebody signed', () => {
  it('shows on the sign-off as changed since, and no longer once it is done again; the signature itself is not undone', async () => {
    const opened = await openWithTwoPeople()
    engine = opened.engine
    const { engine: client, engagementId, procedureId, sample, target, asAda, asBen } = opened
    const { sampleItemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: 'pass' })
    await asBen()
    await client.call('signOff.add', { target, role: 'preparer' })
    await asAda()
    const signOffs = async () => (await client.call('signOff.list', { engagementId })).signOffs
    await expect(client.call('journal.undo', { engagementId })).resolves.toMatchObject({ undone: 'result.record' })
    expect(await signOffs()).toMatchObject([{ by: 'Ben Ruiz', changedSince: true, withdrawn: null }])
    await client.call('journal.redo', { engagementId })
    expect(await signOffs()).toMatchObject([{ by: 'Ben Ruiz', changedSince: false, withdrawn: null }])
    // The signature itself is withdrawn with a reason, never undone.
    await asBen()
    await expect(client.call('journal.undo', { engagementId })).rejects.toMatchObject({ code: 'journal.cannot_undo' })
    expect(await signOffs()).toMatchObject([{ by: 'Ben Ruiz', changedSince: false, withdrawn: null }])
  })
})
