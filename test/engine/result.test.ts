import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openTesting, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function testing() {
  const opened = await openTesting()
  engine = opened.engine
  const { sampleItemId } = at(opened.sample.items, 0)
  const cell = { procedureId: opened.procedureId, sampleItemId, attribute: 'A' }
  const sheet = () => opened.engine.call('result.sheet', { procedureId: opened.procedureId })
  return { ...opened, cell, sheet }
}

describe('recording results', () => {
  it('writes a cell with its author and time, and shows it on the sheet', async () => {
    const { engine: client, cell, sheet, sample } = await testing()
    client.clock.set('2026-10-21T08:30:00Z')
    await client.call('result.record', { ...cell, outcome: 'pass', note: 'Seen in the log.' })
    const { results, items, header, procedure } = await sheet()
    expect(results).toEqual([
      {
        sampleItemId: cell.sampleItemId,
        attribute: 'A',
        outcome: 'pass',
        note: 'Seen in the log.',
        by: 'Ada Cole',
        at: '2026-10-21T08:30:00.000+00:00',
      },
    ])
    expect(items).toEqual(sample.items)
    expect(header).toContain('change_id')
    expect(procedure).toMatchObject({ resultsExpected: 15, resultsRecorded: 1, deviations: 0 })
  })

  it('keeps what is left out and clears what is null', async () => {
    const { engine: client, cell, sheet } = await testing()
    await client.call('result.record', { ...cell, outcome: 'deviation', note: 'No approver.' })
    await client.call('result.record', { ...cell, note: 'No approver, confirmed.' })
    expect(at((await sheet()).results, 0)).toMatchObject({ outcome: 'deviation', note: 'No approver, confirmed.' })
    await client.call('result.record', { ...cell, outcome: null })
    expect(at((await sheet()).results, 0)).toMatchObject({ outcome: null, note: 'No approver, confirmed.' })
    await client.call('result.record', { ...cell, note: null })
    expect(at((await sheet()).results, 0)).toMatchObject({ outcome: null, note: null })
  })

  it('journals nothing when the cell already says so, and only the field that changed otherwise', async () => {
    const { engine: client, engagementId, cell } = await testing()
    const start = await entriesOf(client, engagementId)
    await client.call('result.record', { ...cell, outcome: null })
    expect(await entriesOf(client, engagementId)).toBe(start)
    await client.call('result.record', { ...cell, outcome: 'pass' })
    await client.call('result.record', { ...cell, outcome: 'pass' })
    expect(await entriesOf(client, engagementId)).toBe(start + 1)
    await client.call('result.record', { ...cell, outcome: 'deviation' })
    const { changes } = at((await client.call('journal.list', { engagementId, limit: 1 })).entries, 0)
    expect(changes.map(({ field }) => field)).toEqual(['outcome', 'by', 'at'])
  })

  it('writes a pasted block as one entry', async () => {
    const { engine: client, engagementId, procedureId, sample, sheet } = await testing()
    const start = await entriesOf(client, engagementId)
    const results = sample.items.flatMap(({ sampleItemId }) =>
      ['A', 'B', 'C'].map((attribute) => ({ procedureId, sampleItemId, attribute, outcome: 'pass' as const })),
    )
    await client.call('result.record', { results })
    expect(await entriesOf(client, engagementId)).toBe(start + 1)
    expect((await sheet()).procedure).toMatchObject({ resultsExpected: 15, resultsRecorded: 15 })
  })

  it('takes the later of two results for one cell in a block', async () => {
    const { engine: client, cell, sheet } = await testing()
    await client.call('result.record', {
      results: [
        { ...cell, outcome: 'deviation', note: 'First.' },
        { ...cell, outcome: 'pass' },
      ],
    })
    expect(at((await sheet()).results, 0)).toMatchObject({ outcome: 'pass', note: 'First.' })
  })

  it('refuses a block as a whole for one wrong cell', async () => {
    const { engine: client, engagementId, cell, sheet } = await testing()
    const start = await entriesOf(client, engagementId)
    const results = [
      { ...cell, outcome: 'pass' as const },
      { ...cell, attribute: 'D', outcome: 'pass' as const },
    ]
    await expect(client.call('result.record', { results })).rejects.toMatchObject({
      code: 'result.unknown_attribute',
      details: { attribute: 'D' },
    })
    expect((await sheet()).results).toEqual([])
    expect(await entriesOf(client, engagementId)).toBe(start)
  })

  it('knows the procedure, its sample and the items that count', async () => {
    const { engine: client, engagementId, populationId, cell } = await testing()
    const record = (changed: Partial<typeof cell>) =>
      client.call('result.record', { ...cell, ...changed, outcome: 'pass' })
    await expect(record({ procedureId: 'x' })).rejects.toMatchObject({ code: 'procedure.not_found' })
    await expect(record({ sampleItemId: 'x' })).rejects.toMatchObject({ code: 'sample.item_not_found' })
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02' })
    const other = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 1, seed })
    await expect(record({ sampleItemId: at(other.items, 0).sampleItemId })).rejects.toMatchObject({
      code: 'result.item_of_other_sample',
    })
    await record({})
    await client.call('sample.replace', { sampleItemId: cell.sampleItemId, reason: 'Void.' })
    await expect(record({ attribute: 'B' })).rejects.toMatchObject({ code: 'result.item_replaced' })
  })

  it('leaves the results of a replaced item on the sheet, where they no longer count', async () => {
    const { engine: client, engagementId, cell, sheet } = await testing()
    const counts = async () => (await client.call('engagement.get', { engagementId })).progress
    await client.call('result.record', { ...cell, outcome: 'not_applicable' })
    expect(await counts()).toMatchObject({ sampleItems: 5, resultsExpected: 15, resultsRecorded: 1 })
    await client.call('sample.replace', { sampleItemId: cell.sampleItemId, reason: 'Void.' })
    const { results, items, procedure } = await sheet()
    expect(results).toHaveLength(1)
    expect(items).toHaveLength(6)
    expect(procedure).toMatchObject({ resultsExpected: 15, resultsRecorded: 0 })
    expect(await counts()).toMatchObject({ sampleItems: 5, resultsExpected: 15, resultsRecorded: 0 })
  })

  it('does not let a deviation disappear by replacing its item', async () => {
    const { engine: client, cell } = await testing()
    await client.call('result.record', { ...cell, outcome: 'deviation' })
    const replace = { sampleItemId: cell.sampleItemId, reason: 'Inconvenient.' }
    await expect(client.call('sample.replace', replace)).rejects.toMatchObject({ code: 'sample.item_deviates' })
  })

  it('can be undone and recorded again', async () => {
    const { engine: client, engagementId, cell, sheet } = await testing()
    await client.call('result.record', { ...cell, outcome: 'deviation', note: 'No approver.' })
    await client.call('journal.undo', { engagementId })
    expect((await sheet()).results).toEqual([])
    await client.call('result.record', { ...cell, outcome: 'pass' })
    expect(at((await sheet()).results, 0)).toMatchObject({ outcome: 'pass', note: null })
    expect(await client.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })

  it('counts tested items and deviating items in the list of samples', async () => {
    const { engine: client, engagementId, procedureId, sample } = await testing()
    const row = (place: number, outcomes: ('pass' | 'deviation' | 'not_applicable')[]) =>
      outcomes.map((outcome, column) => ({
        procedureId,
        sampleItemId: at(sample.items, place).sampleItemId,
        attribute: 'ABC'.charAt(column),
        outcome,
      }))
    const results = [
      ...row(0, ['pass', 'pass', 'pass']),
      ...row(1, ['deviation', 'deviation', 'not_applicable']),
      ...row(2, ['pass']),
    ]
    await client.call('result.record', { results })
    const { samples } = await client.call('sample.list', { engagementId })
    expect(samples).toMatchObject([
      { size: 5, tested: 2, deviations: 1, controlRef: 'CHG-01', populationName: 'Change tickets' },
    ])
  })
})
