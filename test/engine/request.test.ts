import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, addPopulation, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let sampleId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
  const controlId = await addControl(engine, engagementId)
  const rows = ['0001,2026-01-05,billing', '0002,2026-02-05,infra', '=3,2026-03-05,billing']
  const columns = { date: 'day', stratum: 'system' }
  const populationId = await addPopulation(engine, engagementId, rows, { columns })
  const drawn = await engine.call('sample.draw', { populationId, controlId, method: 'all' })
  sampleId = drawn.sampleId
  await engine.call('procedure.save', {
    controlId,
    sampleId,
    nature: 'inspection',
    text: 'Inspect the ticket.',
    attributes: [{ letter: 'A', text: 'Approved by a second person' }],
  })
})
afterEach(() => engine.close())

const file = (name: string) => join(engine.folder, name) as FileRef
const asked = async () => {
  const params = { sampleId, dueOn: '2026-11-30', columns: ['system'] }
  return (await engine.call('request.fromSample', params)).requestId
}
const get = (requestId: string) => engine.call('request.get', { requestId })
const said = async (requestId: string) =>
  (await get(requestId)).items.map(({ itemId, answer }) => [itemId, answer?.answer, answer?.providedOn])

/** Exports the list as CSV, fills in answers by row, and writes it as it comes back. */
async function comesBack(requestId: string, answers: Record<number, string>): Promise<FileRef> {
  await engine.call('request.export', { requestId, file: file('list.csv') })
  const lines = (await readFile(file('list.csv'), 'utf8')).trimEnd().split('\r\n')
  const filled = lines.map((line, at) => {
    const answer = answers[at + 1]
    return answer === undefined ? line : line.replace(',,,,,', `,${answer},`)
  })
  await writeFile(file('back.csv'), filled.join('\r\n'))
  return file('back.csv')
}

describe('the request list of a sample', () => {
  it('asks for each item with what the client needs to find it, as CSV', async () => {
    const requestId = await asked()
    await engine.call('request.export', { requestId, file: file('list.csv') })
    expect((await readFile(file('list.csv'), 'utf8')).split('\r\n')).toEqual([
      '\uFEFFNo.,Item id,Date,system,A: Approved by a second person,Due,Answer,File or link,Provided on,Note,Tickmark key',
      '1,0001,2026-01-05,billing,,2026-11-30,,,,,REQ-1/1',
      '2,0002,2026-02-05,infra,,2026-11-30,,,,,REQ-1/2',
      "3,'=3,2026-03-05,billing,,2026-11-30,,,,,REQ-1/3",
      '',
    ])
  })

  it('is a workbook of texts: zeros stay and nothing is a formula', async () => {
    const requestId = await asked()
    await engine.call('request.export', { requestId, file: file('list.xlsx') })
    const book = await readXlsx(await readFile(file('list.xlsx')))
    expect(book.sheets.map(({ name }) => name)).toEqual(['Items', 'About'])
    expect(book.sheets[0]?.rows.map((row) => row[1])).toEqual(['Item id', '0001', '0002', '=3'])
  })

  it('comes back with answers, which are taken with their file as evidence', async () => {
    const requestId = await asked()
    const back = await comesBack(requestId, { 2: 'approved,a.pdf,2026-11-20,by J. Doe', 4: 'n/a,,,' })
    const result = await engine.call('request.import', { requestId, file: back })
    expect(result).toMatchObject({ matched: 2, added: 2, changed: 0, unmatched: [], missing: ['0002'] })
    expect(await said(requestId)).toEqual([
      ['0001', 'approved', '2026-11-20'],
      ['0002', undefined, undefined],
      ['=3', 'n/a', null],
    ])
    const target = { entity: 'request', id: requestId } as const
    expect((await engine.call('evidence.list', { engagementId, target })).evidence).toHaveLength(1)
    expect((await get(requestId)).status).toBe('open')
  })

  it('taken twice changes nothing the second time, and is kept once', async () => {
    const requestId = await asked()
    const back = await comesBack(requestId, { 2: 'approved,a.pdf,,' })
    await engine.call('request.import', { requestId, file: back })
    const entries = async () => (await engine.call('journal.list', { engagementId })).total
    const before = await entries()
    await expect(engine.call('request.import', { requestId, file: back })).resolves.toMatchObject({ unchanged: 1 })
    expect(await entries()).toBe(before)
  })

  it('does not replace what was recorded unless asked to', async () => {
    const requestId = await asked()
    await engine.call('request.import', { requestId, file: await comesBack(requestId, { 2: 'yes,,,' }) })
    const items = await get(requestId)
    const [first] = items.items
    await engine.call('request.answer', {
      requestId,
      answers: [{ sampleItemId: first?.sampleItemId ?? '', answer: 'no' }],
    })
    const back = file('back.csv')
    const result = await engine.call('request.import', { requestId, file: back })
    expect(result).toMatchObject({ changed: 0, differing: [{ itemId: '0001', recorded: 'no', found: 'yes' }] })
    await engine.call('request.import', { requestId, file: back, overwrite: true })
    expect((await said(requestId))[0]).toEqual(['0001', 'yes', null])
  })

  it('tried dry tells what would happen, and records nothing', async () => {
    const requestId = await asked()
    const back = await comesBack(requestId, { 2: 'yes,,,', 3: 'yes,,,', 4: 'yes,,,' })
    const result = await engine.call('request.import', { requestId, file: back, dryRun: true })
    expect(result).toMatchObject({ added: 3, missing: [] })
    expect((await get(requestId)).answered).toBe(0)
  })

  it('is received once every item has an answer', async () => {
    const requestId = await asked()
    const back = await comesBack(requestId, { 2: 'yes,,,', 3: 'yes,,,', 4: 'yes,,,' })
    await engine.call('request.import', { requestId, file: back })
    expect(await get(requestId)).toMatchObject({ status: 'received', asked: 3, answered: 3 })
  })

  it('of another request is refused by name', async () => {
    const first = await asked()
    const back = await comesBack(first, { 2: 'yes,,,' })
    const second = await asked()
    await expect(engine.call('request.import', { requestId: second, file: back })).rejects.toMatchObject({
      code: 'request.other_request',
      details: { row: 2, ref: 'REQ-1' },
    })
    expect((await get(second)).answered).toBe(0)
  })

  it('without the columns of a list is refused', async () => {
    const requestId = await asked()
    await writeFile(file('odd.csv'), 'a,b\n1,2\n')
    const odd = engine.call('request.import', { requestId, file: file('odd.csv') })
    await expect(odd).rejects.toMatchObject({ code: 'request.no_key_column' })
  })
})

describe('a request', () => {
  it('about a check is answered, closed with a reason and opened again', async () => {
    const { requestId, ref } = await engine.call('request.create', {
      engagementId,
      kind: 'other',
      title: 'Organisation chart',
      text: 'Please send the chart as of 2026-09-30.',
    })
    expect(ref).toBe('REQ-1')
    await engine.call('request.answer', { requestId, answers: [{ answer: 'Sent by mail', reference: 'chart.pdf' }] })
    expect(await get(requestId)).toMatchObject({ status: 'received', answer: { reference: 'chart.pdf' } })
    await engine.call('request.close', { requestId, reason: 'Complete.' })
    const late = engine.call('request.update', { requestId, title: 'Chart' })
    await expect(late).rejects.toMatchObject({ code: 'request.closed' })
    await engine.call('request.reopen', { requestId })
    expect(await get(requestId)).toMatchObject({ status: 'open', closedBecause: null })
    await expect(engine.call('request.remove', { requestId })).rejects.toMatchObject({ code: 'request.has_answers' })
  })

  it('has the next number, also after one was removed', async () => {
    const create = () =>
      engine.call('request.create', { engagementId, kind: 'other', title: 'Chart', text: 'Please send it.' })
    const { requestId } = await create()
    await engine.call('request.remove', { requestId })
    expect((await create()).ref).toBe('REQ-2')
  })

  it('is listed by its due date, and all open ones are written as a register', async () => {
    const create = (title: string, dueOn?: string) =>
      engine.call('request.create', {
        engagementId,
        kind: 'other',
        title,
        text: 'Please.',
        ...(dueOn === undefined ? {} : { dueOn }),
      })
    await create('Later', '2026-12-01')
    await create('Some day')
    await create('Soon', '2026-11-25')
    const { requests } = await engine.call('request.list', { engagementId })
    expect(requests.map(({ title }) => title)).toEqual(['Soon', 'Later', 'Some day'])
    const params = { engagementId, file: file('register.csv'), today: '2026-11-23' }
    await expect(engine.call('request.exportRegister', params)).resolves.toMatchObject({ requests: 3 })
    expect((await readFile(params.file, 'utf8')).split('\r\n')[1]).toBe('REQ-3,Soon,Please.,,open,2026-11-25,34,0 of 1')
  })
})
