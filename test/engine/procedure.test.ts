import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openEngagement, openFieldwork, openTesting, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function testing() {
  const opened = await openTesting()
  engine = opened.engine
  return opened
}

const attributes = [
  { letter: 'A', text: 'Approved by a second person', expected: null },
  { letter: 'B', text: 'Approved before release', expected: null },
  { letter: 'C', text: 'Tests passed', expected: null },
]
const inspection = { nature: 'inspection', text: 'Inspect the ticket of each change.', attributes } as const

describe('a test procedure', () => {
  it("is performed on the control's only sample unless another one is named", async () => {
    const { engine: client, engagementId, controlId, procedureId, sample } = await testing()
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({
      engagementId,
      controlId,
      controlRef: 'CHG-01',
      aspect: 'operation',
      sampleId: sample.sampleId,
      attributes,
      resultsExpected: 15,
      resultsRecorded: 0,
      deviations: 0,
    })
  })

  it('gets the first sample of its control when that is drawn later', async () => {
    const { engine: client, controlId, populationId } = await openFieldwork()
    engine = client
    const { procedureId } = await client.call('procedure.save', { controlId, ...inspection })
    expect((await client.call('procedure.get', { procedureId })).sampleId).toBeNull()
    const { sampleId } = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 2, seed })
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({ sampleId, resultsExpected: 6 })
  })

  it('chooses no sample by itself between two, nor for a walkthrough of the design', async () => {
    const { engine: client, controlId, populationId } = await testing()
    const { procedureId: walkthrough } = await client.call('procedure.save', {
      controlId,
      ...inspection,
      aspect: 'design',
    })
    expect((await client.call('procedure.get', { procedureId: walkthrough })).sampleId).toBeNull()
    await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'random',
      size: 2,
      reason: 'A second question.',
    })
    const { procedureId } = await client.call('procedure.save', { controlId, ...inspection })
    expect((await client.call('procedure.get', { procedureId })).sampleId).toBeNull()
  })

  it('takes no sample of another control, nor one that does not exist', async () => {
    const { engine: client, engagementId, sample } = await testing()
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02' })
    const save = { controlId, ...inspection }
    await expect(client.call('procedure.save', { ...save, sampleId: sample.sampleId })).rejects.toMatchObject({
      code: 'sample.of_other_control',
    })
    await expect(client.call('procedure.save', { ...save, sampleId: 'x' })).rejects.toMatchObject({
      code: 'sample.not_found',
    })
    await expect(client.call('procedure.save', { ...save, controlId: 'x' })).rejects.toMatchObject({
      code: 'control.not_found',
    })
    await expect(client.call('procedure.save', { ...save, procedureId: 'x' })).rejects.toMatchObject({
      code: 'procedure.not_found',
    })
  })

  it('journals only what was changed, and nothing when nothing was', async () => {
    const { engine: client, engagementId, controlId, procedureId } = await testing()
    const before = await entriesOf(client, engagementId)
    await client.call('procedure.save', { procedureId, controlId, ...inspection })
    expect(await entriesOf(client, engagementId)).toBe(before)
    await client.call('procedure.save', {
      procedureId,
      controlId,
      ...inspection,
      text: 'Inspect the ticket and its log.',
    })
    const { entries } = await client.call('journal.list', { engagementId, limit: 1 })
    expect(at(entries, 0).changes).toEqual([
      { entity: 'procedure', id: procedureId, field: 'text', value: 'Inspect the ticket and its log.' },
    ])
  })

  it('lets a letter go only while nothing is recorded under it, and take it back', async () => {
    const { engine: client, controlId, procedureId, sample } = await testing()
    const save = { procedureId, controlId, ...inspection }
    await client.call('procedure.save', { ...save, attributes: attributes.slice(0, 2) })
    expect((await client.call('procedure.get', { procedureId })).attributes).toEqual(attributes.slice(0, 2))
    await client.call('procedure.save', {
      ...save,
      attributes: [...attributes.slice(0, 2), { letter: 'C', text: 'Tests ran' }],
    })
    expect(at((await client.call('procedure.get', { procedureId })).attributes, 2)).toEqual({
      letter: 'C',
      text: 'Tests ran',
      expected: null,
    })
    const { sampleItemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'C', outcome: 'pass' })
    await expect(client.call('procedure.save', { ...save, attributes: attributes.slice(0, 2) })).rejects.toMatchObject({
      code: 'procedure.attribute_has_results',
      details: { letter: 'C' },
    })
    const twice = [...attributes, { letter: 'A', text: 'Again' }]
    await expect(client.call('procedure.save', { ...save, attributes: twice })).rejects.toMatchObject({
      code: 'procedure.duplicate_attribute',
    })
  })

  it('keeps its sample and itself once it has results', async () => {
    const { engine: client, engagementId, controlId, procedureId, sample } = await testing()
    const { sampleItemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: 'pass' })
    const without = client.call('procedure.save', { procedureId, controlId, ...inspection, sampleId: null })
    await expect(without).rejects.toMatchObject({ code: 'procedure.sample_has_results' })
    await expect(client.call('procedure.remove', { procedureId })).rejects.toMatchObject({
      code: 'procedure.has_results',
    })
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: null })
    await client.call('procedure.remove', { procedureId })
    expect((await client.call('procedure.list', { engagementId })).procedures).toEqual([])
    await expect(client.call('procedure.get', { procedureId })).rejects.toMatchObject({ code: 'procedure.not_found' })
  })

  it('tests design only in a Type 1 engagement', async () => {
    const opened = await openEngagement({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId)
    const save = { controlId, ...inspection }
    await expect(engine.call('procedure.save', save)).rejects.toMatchObject({
      code: 'procedure.operation_needs_period',
    })
    const { procedureId } = await engine.call('procedure.save', { ...save, aspect: 'design' })
    expect(await engine.call('procedure.get', { procedureId })).toMatchObject({ aspect: 'design', warnings: [] })
  })

  it('warns when inquiry stands alone, and no longer once another procedure stands beside it', async () => {
    const { engine: client, engagementId } = await testing()
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02' })
    await client.call('procedure.save', { controlId, nature: 'inquiry', text: 'Ask the lead.', attributes: [] })
    const alone = await client.call('procedure.list', { engagementId, controlId })
    expect(at(alone.procedures, 0).warnings.map(({ code }) => code)).toEqual(['inquiry_alone'])
    await client.call('procedure.save', { controlId, ...inspection })
    const beside = await client.call('procedure.list', { engagementId, controlId })
    expect(at(beside.procedures, 0).warnings).toEqual([])
    expect((await client.call('procedure.list', { engagementId })).procedures).toHaveLength(3)
  })
})
