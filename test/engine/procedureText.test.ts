import { afterEach, describe, expect, it } from 'vitest'
import { addControl, addPopulation, at, entriesOf, openEngagement, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function testing() {
  const opened = await openTesting()
  engine = opened.engine
  const { procedureId, controlId } = opened
  const save = { procedureId, controlId, nature: 'inspection' as const, text: 'Inspect.', attributes: [] }
  const get = () => opened.engine.call('procedure.get', { procedureId })
  return { ...opened, client: opened.engine, save, get }
}

describe('the text of a procedure', () => {
  it('reads as engagement, control and sample say, and stays as it was written', async () => {
    const { client, save, get } = await testing()
    const { attributes } = await get()
    const text =
      'For {sample size} of {population size} {population} of {period}, test {control} ({criteria}, {frequency}) of {client}, {system}.'
    await client.call('procedure.save', { ...save, attributes, text })
    expect(await get()).toMatchObject({
      text,
      filledText:
        'For 5 of 1400 Change tickets of 2025-10-01 to 2026-09-30, test CHG-01 Change approval (CC8.1, event-driven) of Meridian Ledger, {system}.',
      openPlaceholders: ['system'],
    })
  })

  it('follows the size of the sample', async () => {
    const { client, sample, save, get } = await testing()
    await client.call('procedure.save', { ...save, attributes: (await get()).attributes, text: '{sample size} items' })
    await client.call('sample.extend', {
      sampleId: sample.sampleId,
      by: 2,
      reason: 'One more deviation is planned for.',
    })
    expect((await get()).filledText).toBe('7 items')
  })

  it('with a placeholder that nothing is known for is refused with its place, and nothing changes', async () => {
    const { client, engagementId, save } = await testing()
    const before = await entriesOf(client, engagementId)
    await expect(client.call('procedure.save', { ...save, text: 'For {sample_size} items' })).rejects.toMatchObject({
      code: 'procedure.unknown_placeholder',
      details: { placeholder: '{sample_size}', position: 5 },
    })
    expect(await entriesOf(client, engagementId)).toBe(before)
  })

  it('can be asked what it may leave to be filled in', async () => {
    const { client, controlId, sample } = await testing()
    const asked = { controlId, sampleId: sample.sampleId }
    const { placeholders } = await client.call('procedure.placeholders', asked)
    expect(placeholders.find(({ name }) => name === 'sample size')).toMatchObject({ value: '5' })
    expect(placeholders.find(({ name }) => name === 'system')).toMatchObject({ value: null })
    const without = await client.call('procedure.placeholders', { controlId })
    expect(without.placeholders.find(({ name }) => name === 'population')).toMatchObject({ value: null })
    await expect(client.call('procedure.placeholders', { controlId: 'x' })).rejects.toMatchObject({
      code: 'control.not_found',
    })
  })
})

describe('the attributes of a procedure', () => {
  it('say what is expected, and keep the order that they are given in; results stay with the letter', async () => {
    const { client, sample, save, get } = await testing()
    const { procedureId } = save
    const { sampleItemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'C', outcome: 'deviation' })
    const attributes = [
      { letter: 'C', text: 'Tests passed', expected: 'Green before the deployment' },
      { letter: 'A', text: 'Approved by a second person', expected: null },
      { letter: 'B', text: 'Approved before release', expected: null },
    ]
    await client.call('procedure.save', { ...save, attributes })
    expect((await get()).attributes).toEqual(attributes)
    const { procedure, results } = await client.call('result.sheet', { procedureId })
    expect(procedure.attributes.map(({ letter }) => letter)).toEqual(['C', 'A', 'B'])
    expect(results).toMatchObject([{ attribute: 'C', outcome: 'deviation' }])
  })
})

describe('the timing of a procedure', () => {
  it('is kept where nothing is said of it, and taken back by null', async () => {
    const { client, save, get } = await testing()
    const { attributes } = await get()
    await client.call('procedure.save', { ...save, attributes, timing: 'interim' })
    await client.call('procedure.save', { ...save, attributes, text: 'Inspect again.' })
    expect(await get()).toMatchObject({ timing: 'interim', text: 'Inspect again.' })
    await client.call('procedure.save', { ...save, attributes, timing: null })
    expect((await get()).timing).toBeNull()
  })

  it('is as of the date in a Type 1 engagement, which draws no sample', async () => {
    const opened = await openEngagement({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId)
    const save = { controlId, aspect: 'design', nature: 'inspection', text: 'As of {period}.', attributes: [] } as const
    const call = (params: object) => opened.engine.callRaw('procedure.save', { ...save, ...params })
    await expect(call({ timing: 'throughout' })).rejects.toMatchObject({ code: 'procedure.timing_needs_period' })
    const { procedureId } = await engine.call('procedure.save', { ...save, attributes: [] })
    expect(await engine.call('procedure.get', { procedureId })).toMatchObject({
      timing: 'as_of',
      filledText: 'As of 2026-09-30.',
    })
  })
})

describe('a warning about a procedure', () => {
  it('is answered with a reason, by a person, and the answer is taken back', async () => {
    const { client, save, get } = await testing()
    const { attributes } = await get()
    const { procedureId } = save
    await client.call('procedure.save', { ...save, attributes, timing: 'interim' })
    expect((await get()).warnings).toMatchObject([{ code: 'interval_uncovered', answer: null }])
    const answer = { procedureId, code: 'interval_uncovered' as const }
    await client.call('procedure.answerWarning', { ...answer, reason: 'The control ended with the interim date.' })
    expect((await get()).warnings).toMatchObject([
      { answer: { reason: 'The control ended with the interim date.', by: 'Ada Cole' } },
    ])
    await client.call('procedure.answerWarning', { ...answer, reason: null })
    expect((await get()).warnings).toMatchObject([{ answer: null }])
    await client.call('procedure.answerWarning', { ...answer, reason: 'It did end.' })
    expect((await get()).warnings).toMatchObject([{ answer: { reason: 'It did end.' } }])
    await expect(
      client.call('procedure.answerWarning', { procedureId, code: 'inquiry_alone', reason: 'No.' }),
    ).rejects.toMatchObject({ code: 'procedure.no_such_warning' })
  })
})

describe('what a procedure without a sheet found', () => {
  it('is recorded with day and person, keeps the procedure, and can be taken back', async () => {
    const { client, controlId } = await testing()
    const { procedureId } = await client.call('procedure.save', {
      controlId,
      nature: 'observation',
      text: 'Observe a deployment.',
      sampleId: null,
      attributes: [],
    })
    const performed = { on: '2026-04-14', by: 'Ada Cole', finding: 'The pipeline refused an unapproved change.' }
    await client.call('procedure.perform', { procedureId, performed })
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({ performed })
    await expect(client.call('procedure.remove', { procedureId })).rejects.toMatchObject({
      code: 'procedure.has_results',
    })
    await client.call('procedure.perform', { procedureId, performed: null })
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({ performed: null })
    await client.call('procedure.remove', { procedureId })
  })

  it('stands on its sheet where there is one', async () => {
    const { client, procedureId } = await testing()
    const performed = { on: '2026-04-14', by: 'Ada Cole', finding: 'All well.' }
    await expect(client.call('procedure.perform', { procedureId, performed })).rejects.toMatchObject({
      code: 'procedure.has_sheet',
    })
  })
})

describe('items that an attribute does not apply to', () => {
  it('ask for a replacement, until further items of the same order stand for them', async () => {
    const { client, procedureId, sample } = await testing()
    const applicable = () => client.call('result.applicable', { procedureId })
    const notApplicable = (place: number, letters: string[]) =>
      client.call('result.record', {
        results: letters.map((attribute) => ({
          procedureId,
          sampleItemId: at(sample.items, place).sampleItemId,
          attribute,
          outcome: 'not_applicable',
        })),
      })
    await notApplicable(0, ['A', 'B', 'C'])
    await notApplicable(1, ['B'])
    const { sampleItemId, itemId } = at(sample.items, 0)
    expect(await applicable()).toMatchObject({
      planned: 5,
      drawn: 5,
      attributes: [
        { letter: 'A', applicable: 4, toReplace: 1 },
        { letter: 'B', applicable: 3, toReplace: 2 },
        { letter: 'C', applicable: 4, toReplace: 1 },
      ],
      toReplace: 2,
      items: [
        { sampleItemId, itemId, appliesToNone: true },
        { attributes: ['B'], appliesToNone: false },
      ],
      hasNextItem: true,
    })
    await client.call('sample.replace', { sampleItemId, reason: 'A change without deployment.' })
    expect(await applicable()).toMatchObject({ planned: 5, toReplace: 1, attributes: [{}, { toReplace: 1 }, {}] })
    const { sampleId } = sample
    await client.call('sample.extend', { sampleId, by: 1, reason: 'B does not apply to one item.', replaces: true })
    expect(await applicable()).toMatchObject({ planned: 5, drawn: 6, toReplace: 0 })
    const { extensions } = await client.call('sample.basis', { sampleId })
    expect(extensions).toEqual([])
  })
})

it('draws no sample in a Type 1 engagement', async () => {
  const opened = await openEngagement({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
  engine = opened.engine
  const controlId = await addControl(engine, opened.engagementId)
  const populationId = await addPopulation(engine, opened.engagementId, ['A-1,2026-09-30,Ledger'])
  await expect(
    engine.call('sample.draw', { populationId, controlId, method: 'random', size: 1 }),
  ).rejects.toMatchObject({ code: 'sample.needs_period' })
})
