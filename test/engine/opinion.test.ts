import { afterEach, describe, expect, it } from 'vitest'
import { addControl, advanceTo, at, entriesOf, openEngagement, openTesting, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** One deviation on CHG-01, concluded; the control did not operate effectively, and CC8.1 was not met. */
async function failing() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, engagementId, controlId, procedureId, sample } = opened
  await recordAll(client, procedureId)
  const item = at(sample.items, 0)
  const cell = { procedureId, sampleItemId: item.sampleItemId, attribute: 'A' }
  await client.call('result.record', { ...cell, outcome: 'deviation' })
  const { deviationId } = await client.call('deviation.save', {
    controlId,
    ...cell,
    condition: 'No approver.',
    cause: 'Habit.',
    nature: 'systematic',
    clientStatement: 'Confirmed.',
    clientPerson: 'Rosa Lind',
    clientSaidOn: '2026-10-19',
    effect: 'It did not operate effectively.',
    criterionEffect: 'CC8.1 is not met.',
  })
  await advanceTo(client, deviationId, 'concluded')
  const not = { aspect: 'operation' as const, outcome: 'not_effective' as const, rationale: 'One of five.' }
  await client.call('conclusion.save', { ...not, target: { entity: 'control', id: controlId } })
  await client.call('conclusion.save', { ...not, target: { entity: 'criterion', id: 'CC8.1' } })
  const parts = async (judgements?: Parameters<typeof propose>[1]) => propose(client, judgements, engagementId)
  return { client, engagementId, item, parts }
}

type Judgements = {
  part: 'operation' | 'design' | 'description'
  kind: 'misstatement' | 'scope_limitation'
  material: boolean
  pervasive: boolean
}[]

async function propose(client: TestEngine, judgements: Judgements | undefined, engagementId: string) {
  const { parts } = await client.call('opinion.propose', { engagementId, judgements })
  return new Map(parts.map((part) => [part.part, part]))
}

const material = { part: 'operation', kind: 'misstatement', material: true, pervasive: false } as const

describe('the opinion that follows from the papers', () => {
  it('traces a failing criterion from the item to the part that it qualifies', async () => {
    const { item, parts } = await failing()
    const proposed = await parts()
    expect([...proposed.keys()]).toEqual(['description', 'design', 'operation'])
    expect(proposed.get('design')?.proposal).toBe('unqualified')
    const operation = proposed.get('operation')
    expect(operation).toMatchObject({ proposal: 'qualified', ready: false, judgements: [], decided: null })
    const criterion = operation?.trace.find(({ criterionId }) => criterionId === 'CC8.1')
    expect(criterion).toMatchObject({
      outcome: 'not_effective',
      controls: [
        {
          ref: 'CHG-01',
          outcome: 'not_effective',
          deviations: [{ ref: 'DEV-1', itemId: item.itemId, attribute: 'A', status: 'concluded' }],
        },
      ],
    })
    expect(operation?.because.join(' ')).toContain('CC8.1')
    expect(operation?.trace).toHaveLength(36)
  })

  it('shows what a judgement would make of it without recording anything', async () => {
    const { client, engagementId, parts } = await failing()
    const before = await entriesOf(client, engagementId)
    expect((await parts([{ ...material, pervasive: true }])).get('operation')?.proposal).toBe('adverse')
    expect((await parts([{ ...material, material: false }])).get('operation')?.proposal).toBe('unqualified')
    expect((await parts()).get('operation')?.judgements).toEqual([])
    expect(await entriesOf(client, engagementId)).toBe(before)
  })

  it('names a failed cell that nobody described as missing', async () => {
    const opened = await openTesting()
    engine = opened.engine
    const { engine: client, engagementId, procedureId, sample } = opened
    const { sampleItemId, itemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'C', outcome: 'deviation' })
    const operation = (await propose(client, undefined, engagementId)).get('operation')
    expect(operation?.missing.join(' ')).toContain(`item ${itemId}, attribute C`)
  })

  it('has two parts in a Type 1 engagement', async () => {
    const opened = await openEngagement({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
    engine = opened.engine
    const { engagementId } = opened
    expect([...(await propose(engine, undefined, engagementId)).keys()]).toEqual(['description', 'design'])
    const save = { engagementId, parts: [{ part: 'operation' as const, form: 'unqualified' as const }] }
    await expect(engine.call('opinion.save', save)).rejects.toMatchObject({ code: 'opinion.part_not_in_type1' })
    const judged = {
      engagementId,
      parts: [{ part: 'design' as const, form: 'unqualified' as const }],
      judgements: [material],
    }
    await expect(engine.call('opinion.save', judged)).rejects.toMatchObject({ code: 'opinion.part_not_in_type1' })
  })

  it('has no paper of another engagement', async () => {
    const { client } = await failing()
    const other = await client.call('engagement.create', {
      client: 'Another',
      reportType: 'type2' as const,
      categories: ['security' as const],
      period: {
        start: '2026-01-01',
        end: '2026-12-31',
      },
    })
    await addControl(client, other.engagementId)
    const operation = (await propose(client, undefined, other.engagementId)).get('operation')
    expect(operation?.proposal).toBe('unqualified')
    expect(operation?.trace.find(({ criterionId }) => criterionId === 'CC8.1')?.controls).toMatchObject([
      { outcome: null, deviations: [] },
    ])
  })
})

describe('the opinion that is decided', () => {
  it('is recorded with its judgements, basis and author', async () => {
    const { client, engagementId, parts } = await failing()
    await client.call('opinion.save', {
      engagementId,
      parts: [
        { part: 'design', form: 'unqualified' },
        { part: 'operation', form: 'qualified', reasoning: 'CC8.1 only.' },
      ],
      judgements: [material],
      basis: 'Approval was missing.',
    })
    const proposed = await parts()
    expect(proposed.get('operation')).toMatchObject({
      proposal: 'qualified',
      judgements: [material],
      decided: { form: 'qualified', reasoning: 'CC8.1 only.', by: 'Ada Cole' },
    })
    expect(proposed.get('description')?.decided).toBeNull()
  })

  it('may depart from the proposal with the reasoning only', async () => {
    const { client, engagementId, parts } = await failing()
    const unqualified = { part: 'operation', form: 'unqualified' } as const
    const save = { engagementId, judgements: [material] }
    await expect(client.call('opinion.save', { ...save, parts: [unqualified] })).rejects.toMatchObject({
      code: 'opinion.reasoning_required',
      details: { part: 'operation', proposal: 'qualified' },
    })
    expect((await parts()).get('operation')?.judgements).toEqual([])
    await client.call('opinion.save', {
      ...save,
      parts: [{ ...unqualified, reasoning: 'A compensating control covers it.' }],
    })
    expect((await parts()).get('operation')?.decided?.form).toBe('unqualified')
  })

  it('replaces the judgements recorded before, takes them back, and records nothing twice', async () => {
    const { client, engagementId, parts } = await failing()
    const scope = { part: 'operation', kind: 'scope_limitation', material: true, pervasive: true } as const
    const save = (judgements: Judgements, form: 'qualified' | 'disclaimer') =>
      client.call('opinion.save', { engagementId, judgements, parts: [{ part: 'operation', form }] })
    await save([material, scope], 'disclaimer')
    await save([material], 'qualified')
    expect((await parts()).get('operation')).toMatchObject({ proposal: 'qualified', judgements: [material] })
    const before = await entriesOf(client, engagementId)
    await save([material], 'qualified')
    expect(await entriesOf(client, engagementId)).toBe(before)
    await save([material, scope], 'disclaimer')
    expect((await parts()).get('operation')?.judgements).toHaveLength(2)
  })
})
