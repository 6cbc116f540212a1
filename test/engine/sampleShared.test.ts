import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { addControl, addPopulation, at, openEngagement, recordAll, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let controlId: string
let populationId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
  controlId = await addControl(engine, engagementId, { ref: 'HR-01', title: 'Approval of a joiner' })
  const rows = Array.from({ length: 40 }, (_, place) => `J-${place},2026-02-0${1 + (place % 9)},hr`)
  populationId = await addPopulation(engine, engagementId, rows, { columns: { date: 'day' } })
})
afterEach(() => engine.close())

const draw = (params: Partial<ParamsOf<'sample.draw'>>) =>
  engine.call('sample.draw', { populationId, controlId, method: 'random', size: 9, seed, ...params })

describe('a sample that several controls share', () => {
  it('carries procedures of each, and is listed for each', async () => {
    const { sampleId } = await draw({ dualPurpose: 'ISO/IEC 27001:2022, 8.32' })
    const other = await addControl(engine, engagementId, { ref: 'HR-02', title: 'Background check' })
    const procedure = {
      controlId: other,
      sampleId,
      nature: 'inspection',
      text: 'Inspect the report of the check.',
      attributes: [{ letter: 'A', text: 'Checked before the first day' }],
    } satisfies ParamsOf<'procedure.save'>
    await expect(engine.call('procedure.save', procedure)).rejects.toMatchObject({ code: 'sample.of_other_control' })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'Same joiners.' })
    await engine.call('procedure.save', procedure)
    const { samples } = await engine.call('sample.list', { engagementId, controlId: other })
    expect(samples).toMatchObject([{ sampleId, controlRef: 'HR-01', isShared: true }])
    const unshare = engine.call('sample.unshare', { sampleId, controlId: other })
    await expect(unshare).rejects.toMatchObject({ code: 'sample.shared_in_use' })
    await expect(engine.call('sample.get', { sampleId })).resolves.toMatchObject({
      dualPurpose: 'ISO/IEC 27001:2022, 8.32',
      sharedWith: [{ controlId: other, ref: 'HR-02', reason: 'Same joiners.' }],
    })
  })

  it('is not shared with its own control, and can be taken back while unused', async () => {
    const { sampleId } = await draw({})
    const own = engine.call('sample.share', { sampleId, controlId, reason: 'x' })
    await expect(own).rejects.toMatchObject({ code: 'sample.own_control' })
    const other = await addControl(engine, engagementId, { ref: 'HR-02' })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'Same joiners.' })
    await engine.call('sample.unshare', { sampleId, controlId: other })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'After all.' })
    expect((await engine.call('sample.get', { sampleId })).sharedWith).toMatchObject([{ reason: 'After all.' }])
  })

  it('counts for each control what its own procedures found', async () => {
    const { sampleId, items } = await draw({})
    const other = await addControl(engine, engagementId, { ref: 'HR-02' })
    await engine.call('sample.share', { sampleId, controlId: other, reason: 'Same joiners.' })
    const procedureOf = async (of: string) => {
      const attributes = [{ letter: 'A', text: 'Done in time' }]
      const procedure = { controlId: of, sampleId, nature: 'inspection', text: 'Inspect.', attributes } as const
      return (await engine.call('procedure.save', { ...procedure, attributes: [...attributes] })).procedureId
    }
    const own = await procedureOf(controlId)
    const shared = await procedureOf(other)
    await recordAll(engine, own)
    const failed = { procedureId: shared, sampleItemId: at(items, 0).sampleItemId, attribute: 'A' } as const
    const spared = { ...failed, sampleItemId: at(items, 1).sampleItemId }
    await engine.call('result.record', {
      results: [
        { ...failed, outcome: 'deviation' },
        { ...spared, outcome: 'not_applicable' },
      ],
    })
    expect(await engine.call('sample.evaluate', { sampleId })).toMatchObject({ examined: 9, deviations: 0 })
    expect(await engine.call('sample.evaluate', { sampleId, controlId: other })).toMatchObject({
      examined: 1,
      deviations: 1,
      untested: 7,
      attributes: [{ controlId: other, letter: 'A', examined: 1, notApplicable: 1 }],
    })
    const listed = async (of: string) =>
      at((await engine.call('sample.list', { engagementId, controlId: of })).samples, 0)
    expect(await listed(controlId)).toMatchObject({ tested: 9, deviations: 0 })
    expect(await listed(other)).toMatchObject({ tested: 2, deviations: 1 })
    const stranger = await addControl(engine, engagementId, { ref: 'HR-03' })
    await expect(engine.call('sample.evaluate', { sampleId, controlId: stranger })).rejects.toMatchObject({
      code: 'sample.not_shared',
    })
    const { days } = await engine.call('sample.controlCoverage', { controlId: other })
    expect(days.filter(({ deviates }) => deviates)).toHaveLength(1)
  })

  it('is not shared with a control of another engagement', async () => {
    const { sampleId } = await draw({})
    const second = await engine.call('engagement.create', {
      client: 'Meridian Ledger',
      reportType: 'type2',
      period: { start: '2026-10-01', end: '2027-09-30' },
      categories: ['security'],
    })
    const foreign = await addControl(engine, second.engagementId)
    const share = engine.call('sample.share', { sampleId, controlId: foreign, reason: 'Same joiners.' })
    await expect(share).rejects.toMatchObject({ code: 'control.not_found' })
  })

  it('says what else it serves, and takes it back', async () => {
    const { sampleId } = await draw({})
    const served = async () => (await engine.call('sample.get', { sampleId })).dualPurpose
    await engine.call('sample.describe', { sampleId, dualPurpose: ' ISO/IEC 27001:2022, 6.1 ' })
    expect(await served()).toBe('ISO/IEC 27001:2022, 6.1')
    await engine.call('sample.describe', { sampleId, dualPurpose: null })
    expect(await served()).toBeNull()
  })
})
