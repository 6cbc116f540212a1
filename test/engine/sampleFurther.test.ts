import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { at, openFieldwork, seed } from './fieldwork.ts'
import { changesByTicket } from './changesByTicket.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function fieldwork() {
  const opened = await openFieldwork()
  engine = opened.engine
  return opened
}

let byTicket: string[]

beforeAll(async () => {
  byTicket = await changesByTicket()
})

const ids = (items: readonly { itemId: string }[]) => items.map(({ itemId }) => itemId)

describe('extending and replacing', () => {
  it('goes on with the next changes of the same order', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const { sampleId } = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 25, seed })
    const extended = await client.call('sample.extend', { sampleId, by: 15, reason: 'One deviation.' })
    expect(ids(extended.items)).toEqual(byTicket.slice(0, 40))
    expect(extended.items.filter(({ stage }) => stage === 'extension')).toHaveLength(15)
    expect(extended.extensions).toMatchObject([{ by: 15, reason: 'One deviation.' }])
    await expect(client.call('sample.extend', { sampleId, by: 1361, reason: 'Too many.' })).rejects.toMatchObject({
      code: 'sampling.size_exceeds_population',
    })
  })

  it('keeps every stratum when a stratified sample grows', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const draw = { populationId, controlId, method: 'stratified', stratifyBy: 'column', seed } as const
    const sample = await client.call('sample.draw', { ...draw, size: 12 })
    const extended = await client.call('sample.extend', { sampleId: sample.sampleId, by: 8, reason: 'One deviation.' })
    expect(ids(extended.items).slice(0, 12)).toEqual(ids(sample.items))
    expect(new Set(ids(extended.items)).size).toBe(20)
    const column = sample.header.indexOf('system')
    for (const item of extended.items) expect(item.stratum).toBe(item.cells[column])
  })

  it('replaces an item by the next in order and leaves it in the list, with its reason', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 5, seed })
    const replaced = at(sample.items, 2)
    const after = await client.call('sample.replace', {
      sampleItemId: replaced.sampleItemId,
      reason: 'The ticket was void.',
    })
    expect(ids(after.items)).toEqual(byTicket.slice(0, 6))
    expect(after.items[2]).toMatchObject({ itemId: replaced.itemId, replacedBecause: 'The ticket was void.' })
    expect(after.items[5]).toMatchObject({ stage: 'replacement', replacesItemId: replaced.itemId, order: 6 })
    const again = client.call('sample.replace', { sampleItemId: replaced.sampleItemId, reason: 'Again.' })
    await expect(again).rejects.toMatchObject({ code: 'sample.item_replaced' })
    await expect(client.call('sample.replace', { sampleItemId: 'x', reason: 'Void.' })).rejects.toMatchObject({
      code: 'sample.item_not_found',
    })
    const { months } = await client.call('sample.coverage', { sampleId: sample.sampleId })
    expect(months.reduce((sum, month) => sum + month.sample, 0)).toBe(5)
  })

  it('is not possible for a systematic selection', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const { sampleId, items } = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'systematic',
      size: 5,
      seed,
    })
    const code = 'sample.cannot_extend'
    await expect(client.call('sample.extend', { sampleId, by: 1, reason: 'More.' })).rejects.toMatchObject({ code })
    const { sampleItemId } = at(items, 0)
    await expect(client.call('sample.replace', { sampleItemId, reason: 'Void.' })).rejects.toMatchObject({ code })
  })
})
