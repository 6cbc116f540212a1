import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, at, entriesOf, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function control() {
  const opened = await openEngagement()
  engine = opened.engine
  const controlId = await addControl(opened.engine, opened.engagementId)
  const list = async () =>
    (await opened.engine.call('walkthrough.list', { engagementId: opened.engagementId, controlId })).walkthroughs
  const save = {
    controlId,
    performedOn: '2026-03-02',
    performedBy: 'Ada Cole',
    metWith: 'Rosa Lind, engineering lead',
    instance: 'CHG-00031',
    trace: 'Ticket, review, approval by the deputy, deployment log.',
    forms: 'Change form v3, pipeline screen',
    suitablyDesigned: true,
    implemented: true,
  }
  return { client: opened.engine, engagementId: opened.engagementId, controlId, list, save }
}

describe('a walkthrough', () => {
  it('says who traced which instance when, with whom, through which forms, and what follows for the design', async () => {
    const { client, controlId, list, save } = await control()
    const { walkthroughId } = await client.call('walkthrough.save', save)
    expect(await list()).toEqual([
      expect.objectContaining({
        ...save,
        walkthroughId,
        controlId,
        controlRef: 'CHG-01',
        reasoning: null,
        evidence: 0,
      }),
    ])
    await client.call('walkthrough.save', { ...save, walkthroughId, performedOn: '2026-03-03', forms: '' })
    expect(await list()).toMatchObject([{ performedOn: '2026-03-03', forms: null }])
  })

  it('that finds the control not suitable or not in place says why', async () => {
    const { client, list, save } = await control()
    const unsuitable = { ...save, implemented: false }
    await expect(client.call('walkthrough.save', unsuitable)).rejects.toMatchObject({
      code: 'walkthrough.reasoning_required',
    })
    expect(await list()).toEqual([])
    await client.call('walkthrough.save', { ...unsuitable, reasoning: 'The step is described, and nobody takes it.' })
    expect(await list()).toMatchObject([{ implemented: false }])
  })

  it('is listed latest first, journals nothing where nothing changed, and is taken away with the reason', async () => {
    const { client, engagementId, list, save } = await control()
    const { walkthroughId } = await client.call('walkthrough.save', save)
    await client.call('walkthrough.save', { ...save, performedOn: '2026-08-01' })
    expect((await list()).map(({ performedOn }) => performedOn)).toEqual(['2026-08-01', '2026-03-02'])
    const before = await entriesOf(client, engagementId)
    await client.call('walkthrough.save', { ...save, walkthroughId })
    expect(await entriesOf(client, engagementId)).toBe(before)
    await client.call('walkthrough.remove', { walkthroughId, reason: 'Recorded on the wrong control.' })
    expect(await list()).toHaveLength(1)
    const { entries } = await client.call('journal.list', { engagementId, limit: 1 })
    expect(at(entries, 0).changes).toContainEqual(
      expect.objectContaining({ field: 'removedBecause', value: 'Recorded on the wrong control.' }),
    )
    await client.call('journal.undo', { engagementId })
    expect(await list()).toHaveLength(2)
  })

  it('has evidence linked to it, and makes its control one that work was done on', async () => {
    const { client, controlId, list, save } = await control()
    const { walkthroughId } = await client.call('walkthrough.save', save)
    const file = join(client.folder, 'screen.txt') as FileRef
    await writeFile(file, 'What the screen showed.')
    await client.call('evidence.attach', { target: { entity: 'walkthrough', id: walkthroughId }, file })
    expect(await list()).toMatchObject([{ evidence: 1 }])
    await expect(client.call('control.remove', { controlId })).rejects.toMatchObject({ code: 'control.has_work' })
  })

  it('is of a control that exists, on a day of the calendar', async () => {
    const { client, save } = await control()
    const call = (params: object) => client.callRaw('walkthrough.save', { ...save, ...params })
    await expect(call({ controlId: 'x' })).rejects.toMatchObject({ code: 'control.not_found' })
    await expect(call({ walkthroughId: 'x' })).rejects.toMatchObject({ code: 'walkthrough.not_found' })
    await expect(call({ performedOn: '2026-02-30' })).rejects.toMatchObject({ code: 'call.invalid_params' })
    await expect(call({ trace: '   ' })).rejects.toMatchObject({ code: 'call.invalid_params' })
  })
})
