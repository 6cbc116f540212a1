import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditor, bundleFor, handOver } from './auditors.ts'
import { at, period } from './fieldwork.ts'
import { openTwoPeriods, type TwoPeriods } from './twoPeriods.ts'

let two: TwoPeriods
beforeAll(async () => {
  two = await openTwoPeriods()
})
afterAll(() => two.engine.close())

describe('the prior period beside a control', () => {
  it('tells wording, population, sample, results, deviations, conclusion and who', async () => {
    const { prior, matchedBy, control } = await two.engine.call('prior.control', { controlId: two.controlId })
    expect(prior).toMatchObject({ engagementId: two.priorId, held: 'store', period })
    expect(matchedBy).toBe('origin')
    expect(control?.wording).toMatchObject([{ description: 'A second person approves a change before release.' }])
    expect(control?.tests).toMatchObject([
      {
        // 1,402 rows, of which one is there twice and one is after the period.
        sample: {
          populationName: 'Change tickets',
          populationSize: 1400,
          size: 5,
          method: 'random',
          drawnBy: 'Ada Cole',
        },
        examined: 5,
        deviating: 1,
        testedBy: ['Ada Cole'],
        becameIds: [two.procedureId],
      },
    ])
    const [a, b] = at(control?.tests ?? [], 0).attributes
    expect([a, b]).toMatchObject([
      { letter: 'A', passed: 5, deviations: 0 },
      { letter: 'B', passed: 4, deviations: 1 },
    ])
    expect(control?.deviations).toMatchObject([{ ref: 'DEV-1', attribute: 'B', condition: 'Approved late.' }])
    expect(control?.conclusions).toMatchObject([{ outcome: 'effective_with_deviations', by: 'Ada Cole' }])
  })

  it('lists the items with every result of then, page by page', async () => {
    const asked = { priorEngagementId: two.priorId, procedureId: two.priorProcedureId }
    const { total, items } = await two.engine.call('prior.items', { ...asked, limit: 1 })
    expect([total, items.length]).toEqual([5, 1])
    expect(items[0]?.cells.find(({ letter }) => letter === 'B')).toMatchObject({
      outcome: 'deviation',
      note: 'Approved late.',
      by: 'Ada Cole',
    })
  })

  it('is none for a control that is new, and for an engagement that follows none', async () => {
    const { controls } = await two.engine.call('control.list', { engagementId: two.engagementId })
    const added = controls.find(({ ref }) => ref === 'NEW-01')
    expect(await two.engine.call('prior.control', { controlId: added?.controlId ?? '' })).toMatchObject({
      prior: { engagementId: two.priorId },
      control: null,
    })
    expect(await two.engine.call('prior.control', { controlId: two.priorControlId })).toMatchObject({ prior: null })
  })
})

describe('a bundle of the prior period', () => {
  it('is read without being imported: nothing of it reaches the store, and closing forgets it', async () => {
    const { controlId, priorId, engagementId } = two
    const engine = await auditor('Ben Roe')
    await handOver(two.engine, engine, engagementId)
    const bundle = await bundleFor(engine, two.engine, priorId)
    expect(await engine.call('prior.control', { controlId })).toMatchObject({
      prior: { engagementId: priorId, held: 'nowhere' },
      control: null,
    })
    const files = await readdir(engine.storeFolder, { recursive: true })
    const opened = await engine.call('prior.open', { file: bundle })
    expect(opened).toMatchObject({ prior: { engagementId: priorId, held: 'bundle' }, exporter: 'Ada Cole' })
    const { control } = await engine.call('prior.control', { controlId })
    expect(control?.tests).toMatchObject([
      { sample: { populationSize: 1400, size: 5 }, deviating: 1, testedBy: ['Ada Cole'] },
    ])
    const asked = { priorEngagementId: priorId, procedureId: two.priorProcedureId }
    expect((await engine.call('prior.items', asked)).items).toHaveLength(5)
    const compared = await engine.call('engagement.compare', { engagementId, priorEngagementId: priorId })
    expect(compared.prior.held).toBe('bundle')
    expect(compared.changed.controls.map(({ ref }) => ref)).toEqual(['CHG-01'])
    const { engagements } = await engine.call('engagement.list', {})
    expect(engagements.map((each) => each.engagementId)).toEqual([engagementId])
    expect(await readdir(engine.storeFolder, { recursive: true })).toEqual(files)
    await expect(engine.call('engagement.previewRollForward', { engagementId: priorId })).rejects.toMatchObject({
      code: 'engagement.not_found',
    })
    await engine.call('prior.close', { priorEngagementId: priorId })
    expect((await engine.call('prior.list', {})).opened).toEqual([])
  })

  it('is refused where its keys are not ours, and nothing is open then', async () => {
    const engine = await auditor('Ben Roe')
    const bundle = await bundleFor(two.engine, two.engine, two.priorId)
    await expect(engine.call('prior.open', { file: bundle })).rejects.toMatchObject({ code: 'bundle.not_for_you' })
    expect((await engine.call('prior.list', {})).opened).toEqual([])
  })
})
