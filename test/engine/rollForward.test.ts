import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openTesting, recordAll } from './fieldwork.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined
afterEach(() => engine?.close())

const period = { start: '2026-10-01', end: '2027-09-30' }

/** Last year's file: a control that was tested on five changes, one of which deviated, and concluded on. */
async function lastYear() {
  const testing = await openTesting()
  engine = testing.engine
  const { controlId, procedureId, sample, engagementId } = testing
  const call = engine.call
  await recordAll(engine, procedureId)
  const { sampleItemId } = at(sample.items, 0)
  await call('result.record', { procedureId, sampleItemId, attribute: 'B', outcome: 'deviation', note: 'Late.' })
  await call('deviation.save', {
    controlId,
    procedureId,
    sampleItemId,
    attribute: 'B',
    condition: `Approved after release, see @[control:${controlId}].`,
    managementResponse: 'The pipeline now waits for the approval.',
  })
  await call('control.splitVersion', {
    controlId,
    effectiveOn: '2026-03-01',
    description: 'Two people approve a change before release.',
    frequency: 'event',
    type: 'it_dependent',
    nature: 'preventive',
  })
  await call('request.create', { engagementId, kind: 'other', title: 'The policy', text: 'Send the policy.' })
  await call('tickmark.save', { engagementId, symbol: '✓', meaning: 'Agreed' })
  await call('criterion.setAside', { engagementId, criterionId: 'A1.3', reason: 'No recovery is promised.' })
  return testing
}

describe('rolling an engagement forward', () => {
  it('carries controls with the wording in force, criteria, procedures and attributes, and nothing that was done', async () => {
    const { engagementId: priorId, engine: client } = await lastYear()
    const { engagementId, followUps } = await client.call('engagement.rollForward', { engagementId: priorId, period })
    const { controls } = await client.call('control.list', { engagementId })
    const { controlId, ...control } = await client.call('control.get', { controlId: at(controls, 0).controlId })
    expect(control).toMatchObject({ ref: 'CHG-01', criteria: ['CC8.1'], procedures: 1, samples: 0, deviations: 0 })
    expect(control.wording).toMatchObject([
      { effectiveOn: '2026-10-01', description: 'Two people approve a change before release.', type: 'it_dependent' },
    ])
    const { procedures } = await client.call('procedure.list', { engagementId })
    expect(procedures).toMatchObject([{ controlId, sampleId: null, resultsExpected: 0, resultsRecorded: 0 }])
    expect(at(procedures, 0).attributes.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
    const { progress } = await client.call('engagement.get', { engagementId })
    expect(progress).toMatchObject({
      populations: 0,
      samples: 0,
      resultsRecorded: 0,
      deviations: 0,
      controlsConcluded: 0,
    })
    expect(progress.criteria).toBe((await client.call('engagement.get', { engagementId: priorId })).progress.criteria)
    expect(followUps).toBe(1)
  })

  it('is one entry, after which the journal is what the tables say, and leaves the prior file as it was', async () => {
    const { engagementId: priorId, engine: client } = await lastYear()
    const before = await entriesOf(client, priorId)
    const { engagementId } = await client.call('engagement.rollForward', { engagementId: priorId, period })
    expect([await entriesOf(client, engagementId), await entriesOf(client, priorId)]).toEqual([1, before])
    expect(await client.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })

  it('says before what it would carry, what can be left out, and what stays behind', async () => {
    const { engagementId, engine: client } = await lastYear()
    const { proposed, carried, choices, never } = await client.call('engagement.previewRollForward', { engagementId })
    expect(proposed).toEqual({ reportType: 'type2', period, asOf: null })
    const papers = Object.fromEntries(carried.map((one) => [one.part, one.papers]))
    // One procedure with three attributes, one mapping, one criterion set aside, one request that is about no sample.
    expect(papers).toMatchObject({
      always: 1,
      procedures: 4,
      mappings: 1,
      scope: 1,
      tickmarks: 1,
      requests: 1,
      followUps: 1,
    })
    expect(choices.map(({ key }) => key)).toContain('procedure.timing')
    const results = never.find(({ what }) => what.startsWith('Results'))
    expect(results?.papers).toBe(15)
  })

  it('turns the deviations into a list to follow up, told without links into the other file', async () => {
    const { engagementId: priorId, engine: client } = await lastYear()
    const { engagementId } = await client.call('engagement.rollForward', { engagementId: priorId, period })
    const { followUps } = await client.call('followUp.list', { engagementId })
    const { followUpId } = at(followUps, 0)
    expect(followUps).toMatchObject([
      {
        ref: 'DEV-1',
        controlRef: 'CHG-01',
        periodEnd: '2026-09-30',
        condition: 'Approved after release, see CHG-01.',
        managementResponse: 'The pipeline now waits for the approval.',
        status: 'open',
      },
    ])
    await expect(client.call('followUp.settle', { followUpId, status: 'resolved' })).rejects.toMatchObject({
      code: 'followUp.remark_required',
    })
    await client.call('followUp.settle', { followUpId, status: 'resolved', remark: 'Twenty changes waited.' })
    const settled = await client.call('followUp.list', { engagementId, controlId: at(followUps, 0).controlId ?? '' })
    expect(settled.followUps).toMatchObject([{ status: 'resolved', remark: 'Twenty changes waited.', by: 'Ada Cole' }])
  })

  it('keeps on the list what was not settled in the next period either', async () => {
    const { engagementId: first, engine: client } = await lastYear()
    const second = await client.call('engagement.rollForward', { engagementId: first, period })
    const third = await client.call('engagement.rollForward', {
      engagementId: second.engagementId,
      period: { start: '2027-10-01', end: '2028-09-30' },
    })
    const { followUps } = await client.call('followUp.list', { engagementId: third.engagementId })
    expect(followUps).toMatchObject([{ ref: 'DEV-1', periodEnd: '2026-09-30', status: 'open' }])
    const { chain } = await client.call('engagement.chain', { engagementId: third.engagementId })
    expect(chain.map(({ engagementId }) => engagementId)).toEqual([third.engagementId, second.engagementId, first])
  })

  it('leaves out the parts and the fields that the auditor leaves out', async () => {
    const { engagementId: priorId, engine: client, controlId } = await lastYear()
    await addControl(client, priorId, { controlId, owner: 'Engineering lead' })
    const { engagementId } = await client.call('engagement.rollForward', {
      engagementId: priorId,
      period,
      leaveOut: ['procedures', 'requests', 'followUps', 'control.owner'],
    })
    const owners = async (of: string) =>
      (await client.call('control.list', { engagementId: of })).controls.map(({ owner }) => owner)
    expect([await owners(priorId), await owners(engagementId)]).toEqual([['Engineering lead'], [null]])
    const { procedures } = await client.call('procedure.list', { engagementId })
    const { followUps } = await client.call('followUp.list', { engagementId })
    expect([procedures, followUps]).toEqual([[], []])
  })

  it('takes a Type 1 engagement into a Type 2, with its procedures on design', async () => {
    engine = await openTestEngine()
    const type1 = { client: 'Meridian Ledger', reportType: 'type1', asOf: '2026-09-30' } as const
    const { engagementId: priorId } = await engine.call('engagement.create', { ...type1, categories: ['security'] })
    const controlId = await addControl(engine, priorId)
    const asked = { controlId, aspect: 'design', nature: 'inspection', text: 'Inspect.' } as const
    await engine.call('procedure.save', { ...asked, attributes: [] })
    const { engagementId } = await engine.call('engagement.rollForward', { engagementId: priorId, period })
    const { procedures } = await engine.call('procedure.list', { engagementId })
    expect(procedures).toMatchObject([{ aspect: 'design', timing: 'as_of' }])
    expect(await engine.call('engagement.get', { engagementId })).toMatchObject({
      reportType: 'type2',
      period,
      asOf: null,
    })
  })

  it('refuses a period that does not follow, and a chain that would come back to itself', async () => {
    const { engagementId: priorId, engine: client } = await lastYear()
    const same = { start: '2025-10-01', end: '2026-09-30' }
    await expect(client.call('engagement.rollForward', { engagementId: priorId, period: same })).rejects.toMatchObject({
      code: 'rollForward.not_after',
    })
    await expect(client.call('engagement.rollForward', { engagementId: priorId })).rejects.toMatchObject({
      code: 'engagement.period_required',
    })
    const { engagementId } = await client.call('engagement.rollForward', { engagementId: priorId, period })
    await expect(
      client.call('engagement.setPrior', { engagementId: priorId, priorEngagementId: engagementId }),
    ).rejects.toMatchObject({ code: 'rollForward.not_after' })
    await expect(
      client.call('engagement.setPrior', { engagementId, priorEngagementId: 'elsewhere' }),
    ).rejects.toMatchObject({ code: 'rollForward.prior_not_at_hand' })
    await client.call('engagement.setPrior', { engagementId, priorEngagementId: null })
    expect((await client.call('engagement.chain', { engagementId })).chain).toHaveLength(1)
    await client.call('engagement.setPrior', { engagementId, priorEngagementId: priorId })
    expect((await client.call('engagement.chain', { engagementId })).chain).toHaveLength(2)
  })
})
