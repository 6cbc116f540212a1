import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openEngagement, openTesting, period, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function testing() {
  const opened = await openTesting()
  engine = opened.engine
  const { engagementId } = opened
  const target = { entity: 'control' as const, id: opened.controlId }
  const list = async () => (await opened.engine.call('conclusion.list', { engagementId })).conclusions
  return { ...opened, list, save: { target, aspect: 'operation' as const, rationale: 'Every item was inspected.' } }
}

const walkthrough = {
  performedOn: '2026-03-02',
  performedBy: 'Ada Cole',
  instance: 'CHG-00031',
  trace: 'From the ticket to the deployment.',
  suitablyDesigned: true,
  implemented: true,
}

describe('concluding on a control', () => {
  it('finds it effective once every cell has an outcome', async () => {
    const { engine: client, controlId, procedureId, list, save } = await testing()
    const effective = { ...save, outcome: 'effective' } as const
    await expect(client.call('conclusion.save', effective)).rejects.toMatchObject({
      code: 'conclusion.untested_items',
      details: { count: 15 },
    })
    await recordAll(client, procedureId)
    await client.call('conclusion.save', effective)
    expect(await list()).toEqual([
      {
        conclusionId: expect.stringContaining(`control:${controlId}:operation`),
        target: {
          entity: 'control',
          id: controlId,
        },
        ref: 'CHG-01',
        aspect: 'operation',
        outcome: 'effective',
        rationale: 'Every item was inspected.',
        confirmation: null,
        by: 'Ada Cole',
        at: expect.any(String),
      },
    ])
  })

  it('never finds it effective without mentioning its deviations', async () => {
    const { engine: client, controlId, procedureId, sample, list, save } = await testing()
    await recordAll(client, procedureId)
    const cell = { procedureId, sampleItemId: at(sample.items, 0).sampleItemId, attribute: 'A' }
    await client.call('result.record', { ...cell, outcome: 'deviation' })
    const conclude = (outcome: 'effective' | 'effective_with_deviations' | 'did_not_occur') =>
      client.call('conclusion.save', { ...save, outcome, confirmation: 'The log was read.' })
    await expect(conclude('effective')).rejects.toMatchObject({
      code: 'conclusion.deviations_recorded',
      details: { count: 1 },
    })
    await client.call('deviation.save', { controlId, ...cell, condition: 'No approver.' })
    await expect(conclude('effective')).rejects.toMatchObject({
      code: 'conclusion.deviations_recorded',
      details: { count: 1 },
    })
    await expect(conclude('did_not_occur')).rejects.toMatchObject({ code: 'conclusion.deviations_recorded' })
    await conclude('effective_with_deviations')
    expect(at(await list(), 0).outcome).toBe('effective_with_deviations')
  })

  it('may find it not effective before everything is tested', async () => {
    const { engine: client, controlId, list, save } = await testing()
    await client.call('conclusion.save', { ...save, outcome: 'did_not_operate_effectively' })
    await client.call('walkthrough.save', { controlId, ...walkthrough })
    await client.call('conclusion.save', { ...save, aspect: 'design', outcome: 'suitable' })
    expect((await list()).map(({ aspect, outcome }) => `${aspect} ${outcome}`)).toEqual([
      'design effective',
      'operation not_effective',
    ])
  })

  it('as suitably designed needs a walkthrough that says so, or a performed procedure on the design', async () => {
    const { engine: client, controlId, save } = await testing()
    const suitable = () => client.call('conclusion.save', { ...save, aspect: 'design', outcome: 'effective' })
    await expect(suitable()).rejects.toMatchObject({
      code: 'conclusion.nothing_performed',
      details: { aspect: 'design', missing: 'no walkthrough, and no procedure' },
    })
    const { procedureId } = await client.call('procedure.save', {
      controlId,
      aspect: 'design',
      nature: 'inquiry',
      text: 'Ask the lead how changes are approved.',
      attributes: [],
    })
    await expect(suitable()).rejects.toMatchObject({ code: 'conclusion.nothing_performed' })
    const performed = { on: '2026-03-01', by: 'Ada Cole', finding: 'As described; the rule was shown.' }
    await client.call('procedure.perform', { procedureId, performed })
    await suitable()
    const unsuitable = { ...walkthrough, suitablyDesigned: false, reasoning: 'Nobody checks the emergency path.' }
    await client.call('walkthrough.save', { controlId, ...unsuitable })
    await expect(suitable()).rejects.toMatchObject({ code: 'conclusion.design_contradicted' })
    await client.call('walkthrough.save', { controlId, ...walkthrough, performedOn: '2026-05-04' })
    await suitable()
  })

  it('as operating needs a procedure that was performed', async () => {
    const { engine: client, engagementId, save } = await testing()
    const controlId = await addControl(client, engagementId, { ref: 'CFG-01', type: 'automated' })
    const effective = { ...save, target: { entity: 'control' as const, id: controlId }, outcome: 'effective' as const }
    await expect(client.call('conclusion.save', effective)).rejects.toMatchObject({
      code: 'conclusion.nothing_performed',
      details: { aspect: 'operation', missing: 'no procedure' },
    })
    const { procedureId } = await client.call('procedure.save', {
      controlId,
      nature: 'inspection',
      text: 'Inspect the rule and the history of its changes.',
      attributes: [],
    })
    await expect(client.call('conclusion.save', effective)).rejects.toMatchObject({
      code: 'conclusion.nothing_performed',
      details: { missing: 'no performed procedure' },
    })
    const performed = { on: '2026-09-30', by: 'Ada Cole', finding: 'Two reviewers are enforced; no change since 2024.' }
    await client.call('procedure.perform', { procedureId, performed })
    await client.call('conclusion.save', effective)
  })

  it('as not having occurred says what was done to confirm that, and only on operation', async () => {
    const { engine: client, engagementId, list, save } = await testing()
    const id = await addControl(client, engagementId, { ref: 'INC-01' })
    const notOccurred = { ...save, target: { entity: 'control' as const, id }, outcome: 'did_not_occur' as const }
    await expect(client.call('conclusion.save', notOccurred)).rejects.toMatchObject({
      code: 'conclusion.confirmation_required',
    })
    await expect(client.call('conclusion.save', { ...notOccurred, confirmation: '  ' })).rejects.toMatchObject({
      code: 'conclusion.confirmation_required',
    })
    const confirmation = 'Asked the on-call lead; the alert log of the period holds no incident.'
    await expect(
      client.call('conclusion.save', { ...notOccurred, confirmation, aspect: 'design' }),
    ).rejects.toMatchObject({ code: 'conclusion.operation_only' })
    await client.call('conclusion.save', { ...notOccurred, confirmation })
    expect(await list()).toMatchObject([{ ref: 'INC-01', outcome: 'did_not_occur', confirmation }])
    const { entries } = await client.call('journal.list', { engagementId, limit: 1 })
    expect(at(entries, 0).changes).toContainEqual(
      expect.objectContaining({ field: 'confirmation', value: confirmation }),
    )
    await client.call('conclusion.save', { ...notOccurred, outcome: 'not_effective' })
    expect(await list()).toMatchObject([{ outcome: 'not_effective', confirmation: null }])
  })

  it('replaces what was concluded before, and journals nothing when it says the same', async () => {
    const { engine: client, engagementId, list, save } = await testing()
    await client.call('conclusion.save', { ...save, outcome: 'not_effective' })
    const before = await entriesOf(client, engagementId)
    await client.call('conclusion.save', { ...save, outcome: 'not_effective' })
    expect(await entriesOf(client, engagementId)).toBe(before)
    await client.call('conclusion.save', { ...save, outcome: 'not_concluded', rationale: 'The logs were lost.' })
    expect(await list()).toMatchObject([{ outcome: 'not_concluded', rationale: 'The logs were lost.' }])
  })

  it('concludes on design only in a Type 1 engagement', async () => {
    const opened = await openEngagement({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
    engine = opened.engine
    const id = await addControl(engine, opened.engagementId)
    const save = { target: { entity: 'control' as const, id }, outcome: 'effective' as const, rationale: 'Seen.' }
    await expect(engine.call('conclusion.save', { ...save, aspect: 'operation' })).rejects.toMatchObject({
      code: 'conclusion.operation_needs_period',
    })
    await engine.call('walkthrough.save', { controlId: id, ...walkthrough })
    await engine.call('conclusion.save', { ...save, aspect: 'design' })
  })

  it('knows the control', async () => {
    const { engine: client, save } = await testing()
    const unknown = { ...save, outcome: 'not_effective' as const, target: { entity: 'control' as const, id: 'x' } }
    await expect(client.call('conclusion.save', unknown)).rejects.toMatchObject({ code: 'control.not_found' })
  })
})

describe('concluding on a criterion', () => {
  const met = { aspect: 'operation' as const, outcome: 'effective' as const, rationale: 'Its controls operated.' }

  it('takes the only engagement of the store, and asks which one when there are several', async () => {
    const { engine: client, engagementId, list } = await testing()
    const target = { entity: 'criterion' as const, id: 'CC8.1' }
    await client.call('conclusion.save', { ...met, target })
    expect(await list()).toMatchObject([{ target, ref: 'CC8.1', outcome: 'effective' }])
    await client.call('engagement.create', { client: 'Another', reportType: 'type2', period, categories: ['security'] })
    await expect(client.call('conclusion.save', { ...met, target })).rejects.toMatchObject({
      code: 'conclusion.engagement_required',
    })
    await client.call('conclusion.save', { ...met, target: { ...target, engagementId }, outcome: 'not_effective' })
    expect(await list()).toMatchObject([{ outcome: 'not_effective' }])
    const nowhere = { ...met, target: { ...target, engagementId: 'x' } }
    await expect(client.call('conclusion.save', nowhere)).rejects.toMatchObject({ code: 'engagement.not_found' })
  })

  it('takes only criteria of the categories in scope', async () => {
    const { engine: client } = await testing()
    const conclude = (id: string) => client.call('conclusion.save', { ...met, target: { entity: 'criterion', id } })
    await conclude('A1.2')
    await expect(conclude('P1.1')).rejects.toMatchObject({
      code: 'criterion.not_in_scope',
      details: { criterion: 'P1.1' },
    })
    await expect(conclude('CC99.1')).rejects.toMatchObject({ code: 'criterion.not_in_scope' })
  })
})
