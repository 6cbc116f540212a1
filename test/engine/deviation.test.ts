import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** A test sheet on which attribute A of the first item failed. */
async function testing() {
  const opened = await openTesting()
  engine = opened.engine
  const { engagementId, procedureId, controlId } = opened
  const item = at(opened.sample.items, 0)
  const cell = { procedureId, sampleItemId: item.sampleItemId, attribute: 'A' }
  await opened.engine.call('result.record', { ...cell, outcome: 'deviation' })
  const list = () => opened.engine.call('deviation.list', { engagementId })
  return { ...opened, item, cell, list, save: { controlId, condition: 'Deployed without an approver.' } }
}

describe('the deviation register', () => {
  it('lists a failed cell until a deviation describes it', async () => {
    const { engine: client, controlId, sample, item, cell, list, save } = await testing()
    await client.call('result.record', { ...cell, note: 'The approver is the author.' })
    expect(await list()).toEqual({
      deviations: [],
      counts: { open: 0, confirmed: 0, evaluated: 0, concluded: 0 },
      people: [],
      undescribed: [
        {
          controlId,
          controlRef: 'CHG-01',
          ...cell,
          sampleId: sample.sampleId,
          itemId: item.itemId,
          proposedCondition: `${item.itemId} does not meet attribute A (Approved by a second person). The approver is the author.`,
        },
      ],
    })
    const { deviationId, ref } = await client.call('deviation.save', { ...save, ...cell })
    const { deviations, undescribed } = await list()
    expect(undescribed).toEqual([])
    expect(deviations).toEqual([
      expect.objectContaining({
        deviationId,
        ref,
        ...cell,
        sampleId: sample.sampleId,
        itemId: item.itemId,
        controlRef: 'CHG-01',
        criteria: ['CC8.1'],
        condition: 'Deployed without an approver.',
        status: 'open',
        recordedBy: 'Ada Cole',
        cause: null,
      }),
    ])
  })

  it('takes a deviation of an item as the description of all its failed cells, and of one attribute for that one', async () => {
    const { engine: client, cell, list, save } = await testing()
    await client.call('result.record', { ...cell, attribute: 'B', outcome: 'deviation' })
    await client.call('deviation.save', { ...save, sampleItemId: cell.sampleItemId, attribute: 'B' })
    expect((await list()).undescribed.map(({ attribute }) => attribute)).toEqual(['A'])
    await client.call('deviation.save', { ...save, sampleItemId: cell.sampleItemId })
    expect((await list()).undescribed).toEqual([])
  })

  it('numbers deviations within the engagement and never uses a number again', async () => {
    const { engine: client, engagementId, list, save } = await testing()
    const first = await client.call('deviation.save', save)
    const second = await client.call('deviation.save', save)
    expect([first.ref, second.ref]).toEqual(['DEV-1', 'DEV-2'])
    await client.call('deviation.remove', { deviationId: second.deviationId, reason: 'The approval was found.' })
    expect((await client.call('deviation.save', save)).ref).toBe('DEV-3')
    expect((await list()).deviations.map(({ ref }) => ref)).toEqual(['DEV-1', 'DEV-3'])
    const { entries } = await client.call('journal.list', { engagementId, entity: 'deviation', id: second.deviationId })
    expect(at(entries, 0).changes).toContainEqual({
      entity: 'deviation',
      id: second.deviationId,
      field: 'removedBecause',
      value: 'The approval was found.',
    })
    const other = await client.call('engagement.create', {
      client: 'Another',
      reportType: 'type2' as const,
      categories: ['security' as const],
      period: {
        start: '2026-01-01',
        end: '2026-12-31',
      },
    })
    const controlId = await addControl(client, other.engagementId)
    expect((await client.call('deviation.save', { controlId, condition: 'Late.' })).ref).toBe('DEV-1')
  })

  it('changes only what is given, and journals nothing when nothing changes', async () => {
    const { engine: client, engagementId, list, save } = await testing()
    const { deviationId } = await client.call('deviation.save', {
      ...save,
      extent: '1 of 5',
      clientStatement: 'Confirmed.',
    })
    const before = await entriesOf(client, engagementId)
    await client.call('deviation.save', { ...save, deviationId })
    expect(await entriesOf(client, engagementId)).toBe(before)
    await client.call('deviation.save', { ...save, deviationId, clientStatement: '' })
    expect(at((await list()).deviations, 0)).toMatchObject({ extent: '1 of 5', clientStatement: null })
  })

  it('belongs to items and procedures of its own control', async () => {
    const { engine: client, engagementId, cell, save } = await testing()
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02' })
    const item = { sampleItemId: cell.sampleItemId }
    await expect(client.call('deviation.save', { ...save, controlId, ...item })).rejects.toMatchObject({
      code: 'sample.item_not_found',
    })
    const procedure = { procedureId: cell.procedureId }
    await expect(client.call('deviation.save', { ...save, controlId, ...procedure })).rejects.toMatchObject({
      code: 'procedure.not_found',
    })
    await expect(client.call('deviation.save', { ...save, controlId: 'x' })).rejects.toMatchObject({
      code: 'control.not_found',
    })
    await expect(client.call('deviation.save', { ...save, deviationId: 'x' })).rejects.toMatchObject({
      code: 'deviation.not_found',
    })
    await expect(client.call('deviation.remove', { deviationId: 'x', reason: 'No.' })).rejects.toMatchObject({
      code: 'deviation.not_found',
    })
  })
})
