import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { addControl } from './fieldwork.ts'
import { Asking } from './requestList.ts'
import type { TestEngine } from './openTestEngine.ts'

let asking: Asking
let engine: TestEngine
let engagementId: string

beforeEach(async () => {
  asking = await Asking.open()
  ;({ engine, engagementId } = asking)
})
afterEach(() => engine.close())

const today = '2026-11-23'
const list = (params: Partial<ParamsOf<'request.list'>> = {}) =>
  engine.call('request.list', { engagementId, today, ...params })
const create = (params: Partial<ParamsOf<'request.create'>> = {}) =>
  engine.call('request.create', {
    engagementId,
    kind: 'other',
    title: 'Organisation chart',
    text: 'Please send the chart as of 2026-09-30.',
    ...params,
  })

describe('a request', () => {
  it('is received with its answer, closed with a reason, and opened again with one', async () => {
    const { requestId, ref } = await create()
    expect(ref).toBe('REQ-1')
    await engine.call('request.answer', { requestId, answers: [{ answer: 'Sent by mail', reference: 'chart.pdf' }] })
    const received = await asking.get(requestId)
    expect(received).toMatchObject({ status: 'received', answer: { reference: 'chart.pdf', by: 'Ada Cole' } })
    expect(received.receivedAt).toBe('2026-10-20T09:00:00.000+00:00')
    await engine.call('request.close', { requestId, reason: 'Complete.' })
    expect(await asking.get(requestId)).toMatchObject({
      status: 'closed',
      closedBecause: 'Complete.',
      closedBy: 'Ada Cole',
    })
    const late = engine.call('request.update', { requestId, title: 'Chart' })
    await expect(late).rejects.toMatchObject({ code: 'request.closed' })
    await engine.call('request.reopen', { requestId, reason: 'The chart is of last year.' })
    expect(await asking.get(requestId)).toMatchObject({
      status: 'received',
      closedBecause: null,
      reopenedBecause: 'The chart is of last year.',
    })
    const again = engine.call('request.reopen', { requestId, reason: 'Twice.' })
    await expect(again).rejects.toMatchObject({ code: 'request.not_closed' })
    await expect(engine.call('request.remove', { requestId })).rejects.toMatchObject({ code: 'request.has_answers' })
  })

  it('has the next number, also after one was removed', async () => {
    const { requestId } = await create()
    await engine.call('request.remove', { requestId })
    expect((await create()).ref).toBe('REQ-2')
  })

  it('about a control says so, and not about one of another engagement', async () => {
    const { controlId } = asking
    const { requestId } = await create({ controlId })
    expect(await asking.get(requestId)).toMatchObject({ controlId, subject: 'CHG-01 Change approval' })
    expect((await list({ controlId })).requests).toHaveLength(1)
    const other = await engine.call('engagement.create', {
      client: 'Somebody else',
      reportType: 'type2',
      period: { start: '2025-10-01', end: '2026-09-30' },
      categories: ['security'],
    })
    const foreign = await addControl(engine, other.engagementId)
    await expect(create({ controlId: foreign })).rejects.toMatchObject({ code: 'control.not_found' })
  })

  it('is undone like everything else', async () => {
    const { requestId } = await create()
    await engine.call('request.answer', { requestId, answers: [{ answer: 'Sent by mail' }] })
    await engine.call('journal.undo', { engagementId })
    expect(await asking.get(requestId)).toMatchObject({ status: 'open', answered: 0 })
    await engine.call('request.answer', { requestId, answers: [{ answer: 'On paper' }] })
    expect(await asking.get(requestId)).toMatchObject({ status: 'received', answer: { answer: 'On paper' } })
  })
})

describe('the requests of an engagement', () => {
  beforeEach(async () => {
    await create({ title: 'Later', dueOn: '2026-12-01' })
    await create({ title: 'Some day' })
    const { requestId } = await create({ title: 'Late', dueOn: '2026-11-20' })
    await engine.call('request.update', { requestId, sentOn: '2026-11-03', owner: 'Rosa Lind' })
    const done = await create({ title: 'Done', dueOn: '2026-11-01' })
    engine.clock.set('2026-10-27T09:00:00Z')
    await engine.call('request.answer', { requestId: done.requestId, answers: [{ answer: 'Here it is.' }] })
  })

  it('come in the order in which they are due, with their age, and with counts', async () => {
    const { requests, counts } = await list()
    expect(requests.map(({ title, ageDays, overdue }) => [title, ageDays, overdue])).toEqual([
      ['Late', 20, true],
      ['Later', 34, false],
      ['Some day', 34, false],
      ['Done', 7, false],
    ])
    expect(counts).toEqual({ open: 3, overdue: 1, received: 1, closed: 0 })
  })

  it('are found by where they stand on a day, by kind and by number', async () => {
    const titles = async (params: Partial<ParamsOf<'request.list'>>) =>
      (await list(params)).requests.map(({ title }) => title)
    expect(await titles({ status: 'overdue' })).toEqual(['Late'])
    expect(await titles({ status: 'overdue', today: '2026-11-20' })).toEqual([])
    expect(await titles({ status: 'received' })).toEqual(['Done'])
    expect(await titles({ kind: 'sample' })).toEqual([])
    expect(await titles({ ref: 'REQ-2' })).toEqual(['Some day'])
  })

  it('that are not closed are written as one register', async () => {
    const file = asking.file('register.csv')
    const written = await engine.call('request.exportRegister', { engagementId, file, today })
    expect(written.requests).toBe(4)
    expect((await readFile(file, 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFRequest,Title,What we ask for,About,Owner,Priority,Status,Sent,Due,Days,Answered',
      'REQ-3,Late,Please send the chart as of 2026-09-30.,,Rosa Lind,,overdue,2026-11-03,2026-11-20,20,0 of 1',
    ])
  })
})
