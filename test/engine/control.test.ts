import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoEngine, demoFile, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
beforeAll(async () => (engine = await openDemoEngine()))
afterAll(() => engine.close())

const controls = async () =>
  (await engine.call('control.list', { engagementId: engine.engagementId, limit: 1000 })).controls
const idOf = async (ref: string) => (await controls()).find((control) => control.ref === ref)?.controlId ?? ''
const entries = async () => (await engine.call('journal.list', { engagementId: engine.engagementId })).entries.length

describe('the control matrix of the demo', () => {
  it('is previewed with its columns proposed', async () => {
    const preview = await engine.call('control.preview', { file: demoFile('controls.csv') })
    expect(preview).toMatchObject({ name: 'controls.csv', encoding: 'utf-8', delimiter: ',' })
    expect(preview.proposal).toMatchObject({ ref: 'control_id', title: 'title', criteria: 'criteria', owner: 'owner' })
    expect(preview.rows[0]?.[0]).toBe('GOV-01')
  })

  it('gives 60 controls, in one entry of the journal', async () => {
    const before = await entries()
    const outcome = await engine.call('control.import', {
      engagementId: engine.engagementId,
      file: demoFile('controls.csv'),
    })
    expect(outcome).toEqual({ imported: 60, updated: 0, unchanged: 0, rejected: [] })
    expect(await entries()).toBe(before + 1)
    const { total, controls: page } = await engine.call('control.list', {
      engagementId: engine.engagementId,
      offset: 10,
      limit: 5,
    })
    expect(total).toBe(60)
    expect(page).toHaveLength(5)
  })

  it('counts frequencies as the file does, and reads its spellings', async () => {
    const all = await controls()
    const count = (frequency: string) => all.filter((control) => control.frequency === frequency).length
    expect([count('event'), count('annual'), count('continuous'), count('multiple_daily')]).toEqual([18, 14, 12, 2])
    expect(all.find(({ ref }) => ref === 'ACC-04')).toMatchObject({
      title: 'Access review',
      criteria: ['CC6.2', 'CC6.3'],
      frequency: 'quarterly',
      type: 'it_dependent',
      nature: 'detective',
      owner: 'System owners',
      versions: 1,
      procedures: 0,
      samples: 0,
      deviations: 0,
      design: null,
      operation: null,
    })
  })

  it('starts each wording with the period', async () => {
    const detail = await engine.call('control.get', { controlId: await idOf('ACC-03') })
    expect(detail.wording).toEqual([
      expect.objectContaining({
        effectiveOn: '2025-10-01',
        untilOn: null,
        description: 'Access of leavers is removed within one business day.',
      }),
    ])
  })

  it('changes nothing when it is imported again, and writes no entry', async () => {
    const before = await entries()
    const outcome = await engine.call('control.import', {
      engagementId: engine.engagementId,
      file: demoFile('controls.csv'),
    })
    expect(outcome).toEqual({ imported: 0, updated: 0, unchanged: 60, rejected: [] })
    expect(await entries()).toBe(before)
  })

  it('is found by reference, title, criterion, owner or wording', async () => {
    const found = async (query: string) =>
      (await engine.call('control.list', { engagementId: engine.engagementId, query })).controls.map(({ ref }) => ref)
    expect(await found('leavers')).toEqual(['ACC-03'])
    expect(await found('acc-0')).toContain('ACC-04')
    expect(await found('CC6.3')).toContain('ACC-02')
    expect(await found('100%_')).toEqual([])
  })
})

describe('a matrix that differs', () => {
  it('updates only the fields that differ, and leaves fields without a column alone', async () => {
    const controlId = await idOf('ACC-02')
    const file = await engine.file(
      'Ref;Name;TSC\nACC-02;Access approval and grant;CC6.2,CC6.1\nACC-03;Access removal;CC6.2|CC6.3\n',
    )
    expect(await engine.call('control.import', { engagementId: engine.engagementId, file })).toMatchObject({
      imported: 0,
      updated: 1,
      unchanged: 1,
    })
    const { entries: list } = await engine.call('journal.list', { engagementId: engine.engagementId, limit: 1 })
    expect(list[0]?.command).toBe('control.import')
    expect(await engine.call('control.get', { controlId })).toMatchObject({
      title: 'Access approval and grant',
      criteria: ['CC6.1', 'CC6.2'],
      frequency: 'event',
      owner: 'IT lead',
    })
  })

  it('takes the good rows and names every other by row, column and code', async () => {
    const before = (await controls()).length
    const file = await engine.file(
      [
        'control_id,title,description,criteria,frequency,type,nature',
        'NEW-1,One,"two\nlines",CC1.1,semi-annual,automated,preventive',
        'NEW-2,,x,CC1.1,daily,manual,preventive',
        ',Three,x,CC1.1,daily,manual,preventive',
        'NEW-4,Four,x,CC9.9,daily,manual,preventive',
        'NEW-5,Five,x,CC1.1,now and then,manual,preventive',
        'NEW-1,Again,x,CC1.1,daily,manual,preventive',
        'NEW-7,Seven,x',
        'NEW-8,=1+1,x,,event-driven,it-dependent,corrective',
      ].join('\n'),
    )
    const outcome = await engine.call('control.import', { engagementId: engine.engagementId, file })
    expect(outcome.imported).toBe(2)
    expect(outcome.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'title', 'control.missing_value'],
      [4, 'control_id', 'control.missing_value'],
      [5, 'criteria', 'control.unknown_criterion'],
      [6, 'frequency', 'control.unknown_value'],
      [7, 'control_id', 'control.duplicate_ref'],
      [8, null, 'csv.ragged_row'],
    ])
    expect(await controls()).toHaveLength(before + 2)
    expect((await controls()).find(({ ref }) => ref === 'NEW-8')).toMatchObject({
      title: '=1+1',
      criteria: [],
      type: 'it_dependent',
    })
  })

  it('does not guess the frequency of a new control', async () => {
    const file = await engine.file('ref,title\nNEW-20,Without words\n')
    const { imported, rejected } = await engine.call('control.import', { engagementId: engine.engagementId, file })
    expect(imported).toBe(0)
    expect(rejected).toEqual([expect.objectContaining({ row: 2, column: null, code: 'control.missing_value' })])
  })

  it.each([
    ['csv.column_missing', 'ref,status\nA,b\n'],
    ['csv.no_rows', 'ref,title\n'],
    ['csv.empty', ''],
    ['csv.not_text', new Uint8Array([0, 1, 2, 3])],
  ])('is refused with %s', async (code, content) => {
    await expect(
      engine.call('control.import', { engagementId: engine.engagementId, file: await engine.file(content) }),
    ).rejects.toMatchObject({ code })
  })
})

describe('a control', () => {
  const wording = { description: 'Done.', frequency: 'weekly', type: 'manual', nature: 'detective' } as const

  it('is added, changed and hidden', async () => {
    const { engagementId } = engine
    const { controlId } = await engine.call('control.save', {
      engagementId,
      ref: 'X-1',
      title: 'Extra',
      owner: 'IT',
      criteria: ['CC7.1'],
      ...wording,
    })
    await engine.call('control.save', {
      engagementId,
      controlId,
      ref: 'X-1b',
      title: 'Extra',
      owner: '',
      criteria: [],
      ...wording,
      frequency: 'monthly',
    })
    expect(await engine.call('control.get', { controlId })).toMatchObject({
      ref: 'X-1b',
      owner: null,
      criteria: [],
      frequency: 'monthly',
      versions: 1,
    })
    await engine.call('control.save', {
      engagementId,
      controlId,
      ref: 'X-1b',
      title: 'Extra',
      criteria: ['CC7.1'],
      ...wording,
    })
    expect(await engine.call('control.get', { controlId })).toMatchObject({ criteria: ['CC7.1'], frequency: 'weekly' })
    await engine.call('control.remove', { controlId })
    await expect(engine.call('control.get', { controlId })).rejects.toMatchObject({ code: 'control.not_found' })
  })

  it('has a reference of its own and criteria of the catalogue', async () => {
    const { engagementId } = engine
    const save = (ref: string, criteria: string[]) =>
      engine.call('control.save', { engagementId, ref, title: 'T', criteria, ...wording })
    await expect(save('ACC-03', [])).rejects.toMatchObject({
      code: 'control.duplicate_ref',
      details: { ref: 'ACC-03' },
    })
    await expect(save('Y-1', ['CC6.9'])).rejects.toMatchObject({
      code: 'control.unknown_criterion',
      details: { criterion: 'CC6.9' },
    })
  })

  it('that changed in the period has two wordings, each with its days', async () => {
    const controlId = await idOf('ACC-03')
    await engine.call('control.splitVersion', { controlId, effectiveOn: '2026-03-01', ...wording })
    const detail = await engine.call('control.get', { controlId })
    expect(detail.wording.map(({ effectiveOn, untilOn, frequency }) => [effectiveOn, untilOn, frequency])).toEqual([
      ['2025-10-01', '2026-02-28', 'event'],
      ['2026-03-01', null, 'weekly'],
    ])
    expect(detail).toMatchObject({ versions: 2, frequency: 'weekly' })
  })

  it.each([
    ['2026-03-01', 'control.version_exists'],
    ['2025-10-01', 'control.version_outside_period'],
    ['2026-10-01', 'control.version_outside_period'],
  ])('cannot change on %s (%s)', async (effectiveOn, code) => {
    await expect(
      engine.call('control.splitVersion', { controlId: await idOf('ACC-03'), effectiveOn, ...wording }),
    ).rejects.toMatchObject({ code })
  })

  it('that something was done on is not removed, and is listed with its counts and conclusions', async () => {
    const controlId = await idOf('ACC-04')
    await engine.call('procedure.save', {
      controlId,
      aspect: 'design',
      nature: 'inspection',
      text: 'Read the review.',
      attributes: [{ letter: 'A', text: 'Reviewed' }],
    })
    await engine.call('walkthrough.save', {
      controlId,
      performedOn: '2026-02-10',
      performedBy: 'Ada Cole',
      instance: 'The review of 2026-01',
      trace: 'From the list of accounts to the removed ones.',
      suitablyDesigned: true,
      implemented: true,
    })
    await engine.call('conclusion.save', {
      target: { entity: 'control', id: controlId },
      aspect: 'design',
      outcome: 'effective',
      rationale: 'Suitably designed.',
    })
    expect((await controls()).find((control) => control.controlId === controlId)).toMatchObject({
      procedures: 1,
      design: 'effective',
      operation: null,
    })
    await expect(engine.call('control.remove', { controlId })).rejects.toMatchObject({
      code: 'control.has_work',
      details: { ref: 'ACC-04' },
    })
  })
})

it('starts the wording of a Type 1 control on the as-of date', async () => {
  const type1 = await openDemoEngine({ reportType: 'type1', period: undefined, asOf: '2026-03-31' })
  const { engagementId } = type1
  await type1.call('control.import', { engagementId, file: demoFile('controls.csv') })
  const [first] = (await type1.call('control.list', { engagementId })).controls
  const { wording } = await type1.call('control.get', { controlId: first?.controlId ?? '' })
  expect(wording.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-03-31'])
  await type1.close()
})
