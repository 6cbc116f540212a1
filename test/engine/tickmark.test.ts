import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, entriesOf, openEngagement, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let cell: { procedureId: string; sampleItemId: string; attribute: string }

beforeEach(async () => {
  const opened = await openTesting()
  ;({ engine, engagementId } = opened)
  cell = { procedureId: opened.procedureId, sampleItemId: at(opened.sample.items, 0).sampleItemId, attribute: 'A' }
})
afterEach(() => engine.close())

const agreed = { symbol: '✓', meaning: 'Agreed to the signed approval' }
const legend = async () => (await engine.call('tickmark.list', { engagementId })).tickmarks
const sheet = () => engine.call('result.sheet', { procedureId: cell.procedureId })

describe('the legend of tickmarks', () => {
  it('keeps the order of its writing, and starts empty', async () => {
    expect(await legend()).toEqual([])
    await engine.call('tickmark.save', { engagementId, ...agreed })
    await engine.call('tickmark.save', { engagementId, symbol: 'R', meaning: 'Reperformed' })
    expect((await legend()).map(({ symbol, uses }) => [symbol, uses])).toEqual([
      ['✓', 0],
      ['R', 0],
    ])
  })

  it('takes the usual tickmarks, and leaves the meaning of a symbol that it has', async () => {
    await engine.call('tickmark.save', { engagementId, ...agreed })
    const { added } = await engine.call('tickmark.addUsual', { engagementId })
    const tickmarks = await legend()
    expect(tickmarks).toHaveLength(added + 1)
    expect(tickmarks[0]).toMatchObject(agreed)
    const entries = await entriesOf(engine, engagementId)
    expect(await engine.call('tickmark.addUsual', { engagementId })).toEqual({ added: 0 })
    expect(await entriesOf(engine, engagementId)).toBe(entries)
  })

  it('has one meaning for a symbol', async () => {
    await engine.call('tickmark.save', { engagementId, ...agreed })
    const again = { engagementId, symbol: '✓', meaning: 'Something else' }
    await expect(engine.call('tickmark.save', again)).rejects.toMatchObject({
      code: 'tickmark.duplicate_symbol',
      details: { symbol: '✓' },
    })
    await expect(engine.call('tickmark.save', { engagementId, symbol: 'a b', meaning: 'Two' })).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
  })

  it('is its engagement’s own', async () => {
    const other = await openEngagement()
    try {
      const { tickmarkId } = await engine.call('tickmark.save', { engagementId, ...agreed })
      await expect(
        other.engine.call('tickmark.save', { engagementId: other.engagementId, tickmarkId, ...agreed }),
      ).rejects.toMatchObject({ code: 'tickmark.not_found' })
    } finally {
      await other.engine.close()
    }
  })
})

describe('a tickmark beside a result', () => {
  it('is put there and taken away, whether or not the cell has an outcome', async () => {
    const { tickmarkId } = await engine.call('tickmark.save', { engagementId, ...agreed })
    await engine.call('result.record', { ...cell, tickmarks: [{ tickmarkId, placed: true }] })
    const { placed, results, legend: shown } = await sheet()
    expect(placed).toEqual([{ sampleItemId: cell.sampleItemId, attribute: 'A', tickmarkId }])
    expect(results).toEqual([])
    expect(shown).toMatchObject([{ ...agreed, uses: 1 }])
    await engine.call('result.record', { ...cell, outcome: 'pass', tickmarks: [{ tickmarkId, placed: false }] })
    expect((await sheet()).placed).toEqual([])
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })

  it('journals nothing where it stands already', async () => {
    const { tickmarkId } = await engine.call('tickmark.save', { engagementId, ...agreed })
    const record = { ...cell, outcome: 'pass' as const, tickmarks: [{ tickmarkId, placed: true }] }
    await engine.call('result.record', record)
    const before = await entriesOf(engine, engagementId)
    await engine.call('result.record', record)
    expect(await entriesOf(engine, engagementId)).toBe(before)
  })

  it('fixes the meaning of the tickmark until it is taken away', async () => {
    const { tickmarkId } = await engine.call('tickmark.save', { engagementId, ...agreed })
    const change = { engagementId, tickmarkId, symbol: '✓', meaning: 'Agreed to something else' }
    await engine.call('result.record', { ...cell, tickmarks: [{ tickmarkId, placed: true }] })
    const used = { code: 'tickmark.in_use', details: { symbol: '✓', count: 1 } }
    await expect(engine.call('tickmark.save', change)).rejects.toMatchObject(used)
    await expect(engine.call('tickmark.remove', { tickmarkId })).rejects.toMatchObject(used)
    await engine.call('result.record', { ...cell, tickmarks: [{ tickmarkId, placed: false }] })
    await engine.call('tickmark.save', change)
    await engine.call('tickmark.remove', { tickmarkId })
    expect(await legend()).toEqual([])
  })

  it('comes from the legend of the same engagement', async () => {
    const tickmarks = [{ tickmarkId: 'nobody', placed: true }]
    await expect(engine.call('result.record', { ...cell, outcome: 'pass', tickmarks })).rejects.toMatchObject({
      code: 'tickmark.not_found',
    })
    expect((await sheet()).results).toEqual([])
  })

  it('is undone and done again with the result that was typed with it', async () => {
    const { tickmarkId } = await engine.call('tickmark.save', { engagementId, ...agreed })
    await engine.call('result.record', { ...cell, outcome: 'pass', tickmarks: [{ tickmarkId, placed: true }] })
    const full = await sheet()
    await engine.call('journal.undo', { engagementId })
    expect(await sheet()).toMatchObject({ placed: [], results: [] })
    await engine.call('journal.redo', { engagementId })
    expect(await sheet()).toEqual(full)
  })
})
