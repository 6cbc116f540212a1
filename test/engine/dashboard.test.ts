import { afterEach, describe, expect, it } from 'vitest'
import type { ResultOf } from '../../shared/contract/index.ts'
import { addControl, openEngagement, recordAll } from './fieldwork.ts'
import { openCompleteFile } from './completeFile.ts'
import { type TestEngine, testPassphrase } from './openTestEngine.ts'
import { openWithTwoPeople } from './twoPeople.ts'

let engine: TestEngine

afterEach(() => engine.close())

const today = '2026-10-20'
const board = (engagementId: string) => engine.call('dashboard.engagement', { engagementId, today })
const stepOf = ({ phases }: Pick<ResultOf<'dashboard.engagement'>, 'phases'>, name: string) =>
  phases.flatMap(({ steps }) => steps).find(({ step }) => step === name)

describe('the dashboard of an engagement', () => {
  it('counts results by control, criterion and person, and what is open', async () => {
    const work = await openWithTwoPeople()
    engine = work.engine
    const { engagementId, controlId, procedureId, sample, target } = work
    await recordAll(engine, procedureId)
    await work.asBen()
    const [item] = sample.items
    const cell = { procedureId, sampleItemId: item?.sampleItemId ?? '', attribute: 'A' }
    await engine.call('result.record', { ...cell, outcome: 'deviation' })
    const condition = 'No second person approved the change.'
    await engine.call('deviation.save', { controlId, procedureId, sampleItemId: cell.sampleItemId, condition })
    await engine.call('note.open', { target, text: 'Which ticket?' })
    const asked = {
      engagementId,
      kind: 'other' as const,
      title: 'Organisation chart',
      text: 'As of the end of the period.',
      dueOn: '2026-10-10',
    }
    const { requestId } = await engine.call('request.create', asked)
    await engine.call('request.update', { requestId, sentOn: '2026-10-01' })
    const found = await board(engagementId)
    // Five items, three attributes: Ada recorded all, Ben one of them again.
    expect(found.controls).toMatchObject([{ ref: 'CHG-01', cells: 15, recorded: 15, concluded: 0, aspects: 2 }])
    expect(found.people).toMatchObject([
      { name: 'Ada Cole', recorded: 14, notesOpen: 0 },
      { name: 'Ben Ruiz', recorded: 1, notesOpen: 1 },
    ])
    expect(found.criteria.filter(({ controls }) => controls > 0)).toMatchObject([{ criterionId: 'CC8.1', cells: 15 }])
    expect(found.open).toEqual({ deviations: 1, notes: 1, requests: 1, requestsOverdue: 1 })
    expect(found.notes).toEqual({ open: 1, answered: 0, late: 0 })
    // From 1 to 20 October are 19 days.
    expect(found.requests.find(({ age }) => age === 'to_30')).toEqual({ age: 'to_30', open: 1, overdue: 1 })
    expect(stepOf(found, 'criteria_covered')).toMatchObject({ done: 1, total: 36 })
  })

  it('shows the months of every control as the map of the control does', async () => {
    const work = await openWithTwoPeople()
    engine = work.engine
    const { engagementId, controlId, sample } = work
    const { months } = await engine.call('sample.controlCoverage', { controlId })
    const open = months.find(({ flag }) => flag === 'not_selected')
    const month = open?.month ?? ''
    await engine.call('sample.justify', { sampleId: sample.sampleId, month, reason: 'Quiet by nature.' })
    const coverage = await engine.call('sample.controlCoverage', { controlId })
    const { periodMap } = await board(engagementId)
    expect(periodMap?.months).toHaveLength(12)
    expect(periodMap?.controls).toEqual([
      {
        controlId,
        ref: 'CHG-01',
        title: 'Change approval',
        months: coverage.months.map(({ population, sample: items, flag, justified }) => ({
          population,
          sample: items,
          open: flag === 'not_selected' && justified === null,
        })),
      },
    ])
  })

  it('has nothing left to do in a complete file, and counts down to its lock', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const found = await board(file.engagementId)
    // Its one control was walked through and has no procedure.
    expect(found.phases.map(({ share }) => share)).toEqual([0.5, 1, 1, 1])
    // The report is dated 2026-10-12; the file is complete 60 days later.
    expect(found.dates.find(({ date }) => date === 'lock')).toEqual({ date: 'lock', on: '2026-12-11', days: 52 })
  })

  it('asks an engagement as of a date for no population, no result and no second conclusion', async () => {
    const scope = { reportType: 'type1', period: undefined, asOf: '2026-06-30' } as const
    const opened = await openEngagement(scope)
    engine = opened.engine
    await addControl(engine, opened.engagementId)
    const found = await board(opened.engagementId)
    expect(found.periodMap).toBeNull()
    expect(stepOf(found, 'populations_concluded')).toBeUndefined()
    expect(stepOf(found, 'results_recorded')).toBeUndefined()
    expect(stepOf(found, 'controls_concluded')).toMatchObject({ total: 1 })
  })

  it('names the engagement that there is not', async () => {
    engine = (await openEngagement()).engine
    await expect(board('nothing')).rejects.toMatchObject({ code: 'engagement.not_found' })
  })
})

describe('the portfolio', () => {
  it('says of every engagement of the store the same as its own dashboard, and goes on with it', async () => {
    const opened = await openEngagement()
    engine = opened.engine
    const { engagementId } = opened
    const same = async () => {
      const { engagements, unread } = await engine.call('dashboard.portfolio', { today })
      const { phases, open, dates } = await board(engagementId)
      expect({ engagements, unread }).toMatchObject({
        engagements: [{ client: 'Meridian Ledger', phases, open, dates }],
        unread: 0,
      })
      return open.notes
    }
    expect(await same()).toBe(0)
    const controlId = await addControl(engine, engagementId)
    await engine.call('note.open', { target: { entity: 'control', id: controlId }, text: 'Who owns it?' })
    expect(await same()).toBe(1)
  })

  it('leaves out engagements whose signed papers are still to be read, where it is asked to, until they are', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagements } = await engine.call('dashboard.portfolio', { today })
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    const now = () => engine.call('dashboard.portfolio', { today, readOnly: true })
    expect(await now()).toEqual({ engagements: [], unread: 1 })
    await expect.poll(now).toEqual({ engagements, unread: 0 })
  })

  it('does not keep the dashboard and the gates waiting for signed papers, and says what is left out until they were read', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagementId } = file
    const before = { board: await board(engagementId), gates: await engine.call('engagement.gates', { engagementId }) }
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    const boardNow = () => engine.call('dashboard.engagement', { engagementId, today, readOnly: true })
    const gatesNow = () => engine.call('engagement.gates', { engagementId, readOnly: true })
    expect(await gatesNow()).toEqual({ unread: true, open: 0, milestones: [] })
    const { phases, ...rest } = before.board
    expect(await boardNow()).toEqual({
      ...rest,
      unread: true,
      people: [],
      phases: phases.filter(({ phase }) => phase !== 'review'),
    })
    await expect.poll(async () => (await gatesNow()).unread).toBe(false)
    expect({ board: await boardNow(), gates: await gatesNow() }).toEqual(before)
  })

  it('has nobody wait for signed papers as long as a job runs: whoever asks meanwhile reads them', async () => {
    const file = await openCompleteFile()
    engine = file.engine
    const { engagementId } = file
    const before = await engine.call('engagement.gates', { engagementId })
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    const job = engine.call('evidence.verify', { engagementId })
    expect(await engine.call('engagement.gates', { engagementId, readOnly: true })).toEqual(before)
    await job
    expect(await engine.call('engagement.gates', { engagementId, readOnly: true })).toEqual(before)
  })
})
