import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, seed } from './fieldwork.ts'
import { openTwoPeriods, type TwoPeriods } from './twoPeriods.ts'

let two: TwoPeriods
beforeAll(async () => {
  two = await openTwoPeriods()
})
afterAll(() => two.engine.close())

const both = () => ({ engagementId: two.engagementId, priorEngagementId: two.priorId })

describe('this engagement against that of the prior period', () => {
  it('says which controls were added, changed and removed, a changed one word by word', async () => {
    const { added, changed, removed, counts } = await two.engine.call('engagement.compare', both())
    expect(added.controls.map(({ ref }) => ref)).toEqual(['NEW-01'])
    expect(removed.controls.map(({ ref }) => ref)).toEqual(['OLD-01'])
    expect(changed.controls).toMatchObject([{ ref: 'CHG-01', controlId: two.controlId }])
    const [description] = changed.controls[0]?.fields ?? []
    expect(description?.field).toBe('Description')
    const words = (kind: string) =>
      description?.pieces?.filter((piece) => piece.kind === kind).map(({ text }) => text.trim())
    expect([words('removed'), words('added')]).toEqual([['second'], ['third']])
    expect(counts.controls).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 0 })
  })

  it('says what became of tests, sizes, rates and conclusions', async () => {
    const { changed, unchanged, removed } = await two.engine.call('engagement.compare', both())
    expect(unchanged.tests.map(({ ref }) => ref)).toEqual(['CHG-01'])
    const size = changed.samples[0]?.fields.find(({ field }) => field === 'Population size')
    expect(size).toMatchObject({ before: '1400', after: '5' })
    expect(changed.deviations[0]?.fields).toMatchObject([{ before: '1 of 5 (20.0 %)', after: '0 of 5 (0.0 %)' }])
    expect(removed.conclusions).toMatchObject([
      { ref: 'CHG-01', fields: [{ before: 'Operated effectively, with deviations' }] },
    ])
  })

  it('says what became of commitments, third parties and requests, each matched with where it came from', async () => {
    const { engine, engagementId, priorId } = two
    const host = { name: 'Northgrid', service: 'Hosting', method: 'carve_out' } as const
    await engine.call('subservice.save', { engagementId, ...host })
    const promise = { kind: 'commitment', text: 'Changes are approved.' } as const
    await engine.call('commitment.save', { engagementId: priorId, ...promise })
    await engine.call('commitment.save', { engagementId, ...promise, text: 'Changes are approved twice.' })
    await engine.call('complementary.save', { engagementId, kind: 'cuec', text: 'Users remove leavers.', criteria: [] })
    const asked = { kind: 'other', title: 'Organisation chart', text: 'Please send it.' } as const
    await engine.call('request.create', { engagementId: priorId, ...asked })
    const { added, changed, removed } = await engine.call('engagement.compare', both())
    expect(added.organisations).toMatchObject([{ title: 'Northgrid' }])
    expect(added.complementary.map(({ ref }) => ref)).toEqual(['CUEC-1'])
    expect(changed.commitments[0]?.fields).toMatchObject([
      { field: 'Text', before: 'Changes are approved.', after: 'Changes are approved twice.' },
    ])
    expect(removed.requests.map(({ title }) => title)).toEqual(['Organisation chart'])
  })

  it('is narrowed by kind, change and words, and read page by page', async () => {
    const narrowed = await two.engine.call('engagement.compare', { ...both(), kinds: ['controls'], query: 'chat log' })
    expect([narrowed.total, narrowed.added.controls.length]).toEqual([1, 1])
    const { total, ...paged } = await two.engine.call('engagement.compare', {
      ...both(),
      changes: ['added', 'removed'],
      kinds: ['controls'],
      limit: 1,
    })
    expect([total, paged.added.controls.length + paged.removed.controls.length]).toEqual([2, 1])
  })

  it('is written as a table, a line for each field that differs', async () => {
    const file = join(two.engine.folder, 'comparison.csv') as FileRef
    await two.engine.call('list.export', { list: 'comparison', ...both(), file })
    expect(await readFile(file, 'utf8')).toContain(
      'deviations,changed,CHG-01,Change approval,Deviation rate,1 of 5 (20.0 %),0 of 5 (0.0 %)',
    )
  })

  it('drafts the changes of controls and third parties for DC 9, and knows those that are written down', async () => {
    const { engine, engagementId } = two
    const { drafts } = await engine.call('engagement.draftChanges', both())
    expect(drafts.map(({ title, written }) => [title, written])).toEqual([
      ['CHG-01 Change approval: control changed', false],
      ['NEW-01 Chat log: new control', false],
      ['OLD-01 Fax log: control no longer there', false],
      ['Northgrid: new subservice organisation', false],
    ])
    const [{ id: _id, written: _written, ...draft } = { id: '', written: false }] = drafts
    await engine.callRaw('significantChange.save', { engagementId, ...draft })
    const again = await engine.call('engagement.draftChanges', both())
    expect(again.drafts.map(({ written }) => written)).toEqual([true, false, false, false])
  })

  it('says what became of frequency, owner and criteria, of what is in scope and of the opinion', async () => {
    const { engine, engagementId, priorId, controlId } = two
    await addControl(engine, engagementId, { controlId, owner: 'IT lead', frequency: 'weekly', criteria: ['CC6.1'] })
    await engine.call('criterion.setAside', { engagementId, criterionId: 'A1.3', reason: 'No recovery is promised.' })
    const opinion = (form: 'qualified' | 'adverse') =>
      ({ parts: [{ part: 'operation', form, reasoning: 'Judged.' }], basis: 'Approval was missing.' }) as const
    await engine.callRaw('opinion.save', { engagementId: priorId, ...opinion('qualified') })
    await engine.callRaw('opinion.save', { engagementId, ...opinion('adverse') })
    const { changed } = await engine.call('engagement.compare', both())
    const became = ([paper]: { fields: { field: string; before: string | null; after: string | null }[] }[]) =>
      Object.fromEntries((paper?.fields ?? []).map(({ field, before, after }) => [field, [before, after]]))
    expect(became(changed.controls)).toMatchObject({
      Owner: [null, 'IT lead'],
      Frequency: ['event-driven', 'weekly'],
      Criteria: ['CC8.1', 'CC6.1'],
    })
    expect(became(changed.criteria)).toEqual({ Scope: ['applies', 'set aside: No recovery is promised.'] })
    expect(became(changed.opinion)).toEqual({ Opinion: ['qualified', 'adverse'] })
  })

  it('refuses an engagement that is not at hand', async () => {
    await expect(
      two.engine.call('engagement.compare', { ...both(), priorEngagementId: 'elsewhere' }),
    ).rejects.toMatchObject({ code: 'rollForward.prior_not_at_hand' })
  })
})

describe('deviation rates over the periods', () => {
  it('are those of each period, oldest first, of items examined', async () => {
    const { periods, controls } = await two.engine.call('engagement.trend', { engagementId: two.engagementId })
    expect(periods.map(({ engagementId }) => engagementId)).toEqual([two.priorId, two.engagementId])
    expect(controls).toMatchObject([
      {
        ref: 'CHG-01',
        points: [
          { examined: 5, deviating: 1, rate: 0.2 },
          { examined: 5, deviating: 0, rate: 0 },
        ],
      },
    ])
  })
})

describe('what was used in the prior period already', () => {
  it('is named: the file, the seed, and every item that was selected again', async () => {
    const { evidence, seeds, items } = await two.engine.call('engagement.reuse', { engagementId: two.engagementId })
    expect(evidence).toMatchObject([
      { name: 'ticket.txt', priorName: 'ticket.txt', from: { engagementId: two.priorId, periodEnd: '2026-09-30' } },
    ])
    const { evidence: listed } = await two.engine.call('evidence.list', { engagementId: two.engagementId })
    const flagged = listed.filter(({ flags }) => flags.includes('same_as_prior_period'))
    expect(flagged.map(({ name }) => name)).toEqual(['ticket.txt'])
    expect(seeds).toMatchObject([{ controlRef: 'CHG-01', seed, priorControlRef: 'CHG-01' }])
    expect(items.map(({ controlRef }) => controlRef)).toEqual(Array.from({ length: 5 }, () => 'CHG-01'))
    expect(items.filter(({ priorDeviated }) => priorDeviated)).toHaveLength(1)
  })
})
