import { readFile, writeFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addControl, entriesOf } from './fieldwork.ts'
import { Asking, filled } from './requestList.ts'
import type { TestEngine } from './openTestEngine.ts'

let asking: Asking
let engine: TestEngine
let requestId: string

beforeEach(async () => {
  asking = await Asking.open()
  ;({ engine } = asking)
  requestId = await asking.ask()
})
afterEach(() => engine.close())

const key = (row: number) => `REQ-1/${asking.sampleId}:${row}`
const evidence = async () => {
  const target = { entity: 'request', id: requestId } as const
  return (await engine.call('evidence.list', { engagementId: asking.engagementId, target })).evidence
}

describe('the request list of a sample', () => {
  it('asks for each item with what the client needs to find it, as CSV', async () => {
    await engine.call('request.export', { requestId, file: asking.file('list.csv') })
    expect((await readFile(asking.file('list.csv'), 'utf8')).split('\r\n')).toEqual([
      '\uFEFFNo.,Item id,Date,system,A: Approved by a second person,Due,Answer,File or link,Provided on,Note,Tickmark key',
      `1,0001,2026-01-05,billing,,2026-11-30,,,,,${key(2)}`,
      `2,0002,2026-02-05,infra,,2026-11-30,,,,,${key(3)}`,
      `3,'=3,2026-03-05,billing,,2026-11-30,,,,,${key(4)}`,
      '',
    ])
  })

  it('is a workbook of texts: zeros stay and nothing is a formula; a second sheet says what is asked and how', async () => {
    await engine.call('request.export', { requestId, file: asking.file('list.xlsx') })
    const book = await readXlsx(await readFile(asking.file('list.xlsx')))
    expect(book.sheets.map(({ name }) => name)).toEqual(['Items', 'About'])
    expect(book.sheets[0]?.rows.map((row) => row[1])).toEqual(['Item id', '0001', '0002', '=3'])
    expect(book.sheets[1]?.rows.map(([name, text]) => [name, text])).toContainEqual(['Client', 'Meridian Ledger'])
    expect(book.sheets[1]?.rows.map(([name, text]) => [name, text])).toContainEqual(['Due', '2026-11-30'])
  })

  it('hides the key from the client, and leaves room for the answer', async () => {
    await engine.call('request.export', { requestId, file: asking.file('list.xlsx') })
    const [sheet] = (await readXlsx(await readFile(asking.file('list.xlsx')))).sheets
    const heads = (sheet?.rows[0] ?? []).map(String)
    const looks = heads.map((head, at) => [head, sheet?.columns?.[at]] as const)
    expect(looks.filter(([, column]) => column?.hidden).map(([head]) => head)).toEqual(['Tickmark key'])
    expect(new Map(looks).get('Answer')?.width).toBeGreaterThanOrEqual(30)
  })

  it('asks only for the attributes that were chosen, and for none that is not tested', async () => {
    const { procedureId } = asking
    const attributes = [{ letter: 'A', text: 'Approved by a second person' }]
    const more = [...attributes, { letter: 'B', text: 'Tests passed' }]
    await engine.call('procedure.save', {
      procedureId,
      controlId: asking.controlId,
      nature: 'inspection',
      text: 'Inspect the ticket.',
      attributes: more,
    })
    const chosen = await asking.ask({ attributes: [{ procedureId, letter: 'B' }] })
    expect((await asking.get(chosen)).attributes).toEqual([{ controlRef: 'CHG-01', letter: 'B', text: 'Tests passed' }])
    const unknown = asking.ask({ attributes: [{ procedureId, letter: 'C' }] })
    await expect(unknown).rejects.toMatchObject({ code: 'request.unknown_attribute' })
  })

  it('of a shared sample says whose attribute it is, and comes back', async () => {
    const controlId = await addControl(engine, asking.engagementId, { ref: 'CHG-02', title: 'Tests' })
    const { sampleId } = asking
    await engine.call('sample.share', { sampleId, controlId, reason: 'The same tickets.' })
    const attributes = [{ letter: 'A', text: 'Approved by a second person' }]
    await engine.call('procedure.save', { controlId, sampleId, nature: 'inspection', text: 'Inspect.', attributes })
    const list = await asking.csvList(requestId)
    const heads = ['CHG-01 A: Approved by a second person', 'CHG-02 A: Approved by a second person']
    expect(list.header).toEqual(expect.arrayContaining(heads))
    const back = await asking.csvBack(filled(list, { '0001': { [heads[1] ?? '']: 'page 4' } }))
    await asking.take(requestId, back)
    expect(await asking.said(requestId)).toEqual(['CHG-02 A: page 4', undefined, undefined])
  })

  it('of a population that has its own Note and Answer comes back all the same', async () => {
    const { engagementId, controlId } = asking
    const file = asking.file('notes.csv')
    await writeFile(file, 'id,Note,Answer\nT-1,red,42\nT-2,blue,43\n')
    const imported = { engagementId, name: 'Tickets', file, columns: { itemId: 'id' } }
    const { populationId } = await engine.call('population.import', imported)
    const conclusion = { complete: true, accurate: true, procedure: 'Agreed to the source.' }
    await engine.call('population.conclude', { populationId, ...conclusion })
    const { sampleId } = await engine.call('sample.draw', { populationId, controlId, method: 'all' })
    const asked = await asking.ask({ sampleId, columns: ['Note', 'Answer'] })
    const list = await asking.csvList(asked)
    expect(list.header.slice(0, 5)).toEqual(['No.', 'Item id', 'Date', 'Note (2)', 'Answer (2)'])
    const result = await asking.take(asked, await asking.csvBack(filled(list, { 'T-1': { Answer: 'attached' } })))
    expect(result).toMatchObject({ added: 1, otherColumns: [] })
    expect(await asking.said(asked)).toEqual(['attached', undefined])
  })
})

describe('a list that came back', () => {
  const answers = {
    '0001': { Answer: 'approved', 'File or link': 'a.pdf', 'Provided on': '2026-11-20', Note: 'by J. Doe; "late"' },
    '=3': { Answer: 'n/a' },
  }

  it.each(['csv', 'xlsx'] as const)('as %s is taken in one entry, with its file as evidence', async (format) => {
    const back =
      format === 'csv'
        ? await asking.csvBack(filled(await asking.csvList(requestId), answers))
        : await asking.xlsxBack(filled(await asking.xlsxList(requestId), answers))
    const before = await entriesOf(engine, asking.engagementId)
    const result = await asking.take(requestId, back)
    expect(result).toMatchObject({
      matched: 2,
      added: 2,
      changed: 0,
      unmatched: [],
      missing: ['0002'],
      otherColumns: [],
    })
    expect(await entriesOf(engine, asking.engagementId)).toBe(before + 1)
    const { items, status } = await asking.get(requestId)
    expect(items[0]?.answer).toMatchObject({
      answer: 'approved',
      reference: 'a.pdf',
      providedOn: '2026-11-20',
      note: 'by J. Doe; "late"',
      importedFrom: `back.${format}`,
    })
    expect([items[1]?.answer, items[2]?.answer?.answer, status]).toEqual([null, 'n/a', 'open'])
    expect((await evidence()).map(({ name }) => name)).toEqual([`back.${format}`])
  })

  it('says what was given beside the items of the sample', async () => {
    await asking.take(requestId, await asking.csvBack(filled(await asking.csvList(requestId), answers)))
    const said = await engine.call('request.answersOfSample', { sampleId: asking.sampleId })
    expect(said.answers.map(({ ref, sampleItemId, reference }) => [ref, sampleItemId, reference])).toEqual([
      ['REQ-1', `${asking.sampleId}:2`, 'a.pdf'],
      ['REQ-1', `${asking.sampleId}:4`, ''],
    ])
  })

  it('may hold days as a spreadsheet keeps them', async () => {
    const { header, rows } = await asking.xlsxList(requestId)
    const at = header.indexOf('Provided on')
    const dated = rows.map((row) => row.map((cell, place) => (place === at ? new Date(Date.UTC(2026, 10, 3)) : cell)))
    await asking.take(requestId, await asking.xlsxBack({ header, rows: dated }))
    expect((await asking.get(requestId)).items.map(({ answer }) => answer?.providedOn)).toEqual(
      Array(3).fill('2026-11-03'),
    )
  })

  it('taken twice changes nothing the second time, and is kept once', async () => {
    const back = await asking.csvBack(filled(await asking.csvList(requestId), answers))
    await asking.take(requestId, back)
    const before = await entriesOf(engine, asking.engagementId)
    await expect(asking.take(requestId, back)).resolves.toMatchObject({ added: 0, unchanged: 2, differing: [] })
    expect(await entriesOf(engine, asking.engagementId)).toBe(before)
    expect(await evidence()).toHaveLength(1)
  })

  it('does not replace what was recorded unless asked to; the file is still kept once', async () => {
    const back = await asking.csvBack(filled(await asking.csvList(requestId), { '0001': { Answer: 'yes' } }))
    await asking.take(requestId, back)
    const sampleItemId = `${asking.sampleId}:2`
    await engine.call('request.answer', { requestId, answers: [{ sampleItemId, answer: ' no ' }] })
    const result = await asking.take(requestId, back)
    expect(result).toMatchObject({ changed: 0, differing: [{ itemId: '0001', recorded: 'no', found: 'yes' }] })
    await asking.take(requestId, back, { overwrite: true })
    expect((await asking.said(requestId))[0]).toBe('yes')
    expect(await evidence()).toHaveLength(1)
  })

  it('is undone in one step, and can be taken again', async () => {
    const back = await asking.csvBack(filled(await asking.csvList(requestId), answers))
    await asking.take(requestId, back)
    await engine.call('journal.undo', { engagementId: asking.engagementId })
    expect([await asking.said(requestId), await evidence()]).toEqual([[undefined, undefined, undefined], []])
    await expect(asking.take(requestId, back)).resolves.toMatchObject({ added: 2 })
    expect([(await asking.said(requestId))[0], (await evidence()).length]).toEqual(['approved', 1])
  })

  it('tried dry tells what would happen, and records nothing', async () => {
    const before = await entriesOf(engine, asking.engagementId)
    const back = await asking.csvBack(filled(await asking.csvList(requestId), answers))
    const result = await asking.take(requestId, back, { dryRun: true })
    expect(result).toMatchObject({ added: 2, missing: ['0002'] })
    expect([await entriesOf(engine, asking.engagementId), await evidence()]).toEqual([before, []])
  })

  it('is received once every item has an answer', async () => {
    const yes = { Answer: 'yes' }
    const all = filled(await asking.csvList(requestId), { '0001': yes, '0002': yes, '=3': yes })
    await asking.take(requestId, await asking.csvBack(all))
    expect(await asking.get(requestId)).toMatchObject({ status: 'received', asked: 3, answered: 3 })
  })

  it('named by hand with ids only is matched by them', async () => {
    await writeFile(asking.file('own.csv'), 'Item ID,Answer,Colour\n0002, see mail ,red\n0009,yes,\n')
    const result = await asking.take(requestId, asking.file('own.csv'))
    expect(result).toMatchObject({
      added: 1,
      unmatched: [{ row: 3, itemId: '0009', reason: 'The request does not ask for this item.' }],
      otherColumns: ['Colour'],
    })
    expect(await asking.said(requestId)).toEqual([undefined, 'see mail', undefined])
  })
})
