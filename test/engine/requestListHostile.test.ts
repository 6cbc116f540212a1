import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workbookMembers, zip } from '../fixtures/spreadsheet/workbook.ts'
import { entriesOf, openEngagement } from './fieldwork.ts'
import { Asking, type ClientList, filled } from './requestList.ts'
import type { TestEngine } from './openTestEngine.ts'

let asking: Asking
let engine: TestEngine
let requestId: string
let list: ClientList
let before: number

beforeEach(async () => {
  asking = await Asking.open()
  ;({ engine } = asking)
  requestId = await asking.ask()
  list = await asking.csvList(requestId)
  before = await entriesOf(engine, asking.engagementId)
})
afterEach(() => engine.close())

/** Nothing was recorded, and no file was left behind. */
async function expectNothing() {
  expect(await entriesOf(engine, asking.engagementId)).toBe(before)
  expect((await asking.get(requestId)).answered).toBe(0)
}

const cellText = (text: string) => `<is><t>${text}</t></is>`
const inRow = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`

async function book(rows: string, sheets: readonly (readonly [string, string])[] = []) {
  await writeFile(asking.file('book.xlsx'), zip(workbookMembers({ rows, sheets })))
  return asking.file('book.xlsx')
}

describe('a file of answers that is not what it should be', () => {
  it('has the list of another request: refused by its number, and nothing is taken', async () => {
    const second = await asking.ask()
    before = await entriesOf(engine, asking.engagementId)
    const back = await asking.csvBack(filled(list, { '0002': { Answer: 'yes' } }))
    await expect(asking.take(second, back)).rejects.toMatchObject({
      code: 'request.other_request',
      details: { row: 3, ref: 'REQ-1' },
    })
    await expectNothing()
    expect((await asking.get(second)).answered).toBe(0)
  })

  it('has the list of the same number of another client, with the same ids: every row is named, none is taken', async () => {
    const elsewhere = await openEngagement({ client: 'Another client' })
    const other = await Asking.sampleIn(elsewhere.engine, elsewhere.engagementId)
    const theirs = await other.csvList(await other.ask())
    const yes = { Answer: 'yes' }
    const back = await asking.csvBack(filled(theirs, { '0001': yes, '0002': yes, '=3': yes }))
    await elsewhere.engine.close()
    const result = await asking.take(requestId, back)
    expect(result.matched).toBe(0)
    expect(result.unmatched.map(({ row, reason }) => [row, reason])).toEqual(
      [2, 3, 4].map((row) => [row, 'The key belongs to the list of another sample or engagement.']),
    )
    await expectNothing()
  })

  it.each(['=HYPERLINK("http://example.test","x")', '@SUM(1+1)', '+cmd|x', '-2+3'])(
    'has a formula as an answer, which stays text: %s',
    async (formula) => {
      await asking.take(requestId, await asking.csvBack(filled(list, { '0001': { Answer: formula } })))
      expect((await asking.said(requestId))[0]).toBe(formula)
      const again = await asking.csvList(requestId)
      expect(again.rows[0]?.[list.header.indexOf('Answer')]).toBe(`'${formula}`)
    },
  )

  it('has a formula in a workbook: its stored value is the answer', async () => {
    const header = inRow(
      1,
      ['Item id', 'Answer'].map((head) => `<c t="inlineStr">${cellText(head)}</c>`),
    )
    const cells = [`<c t="inlineStr">${cellText('0001')}</c>`, '<c t="str"><f>"ye"&amp;"s"</f><v>yes</v></c>']
    await asking.take(requestId, await book(header + inRow(2, cells)))
    expect(await asking.said(requestId)).toEqual(['yes', undefined, undefined])
  })

  it('has the same row twice: the first is taken, the second named', async () => {
    const rows = filled(list, { '0001': { Answer: 'yes' } }).rows
    const [first = []] = rows
    const result = await asking.take(requestId, await asking.csvBack({ header: list.header, rows: [first, first] }))
    expect(result).toMatchObject({
      added: 1,
      unmatched: [{ row: 3, itemId: '0001', reason: 'Row 2 answers this item already.' }],
    })
  })

  it('has a day that nobody can tell: the row is named', async () => {
    const back = await asking.csvBack(filled(list, { '0001': { Answer: 'yes', 'Provided on': '03/04/2026' } }))
    const result = await asking.take(requestId, back)
    expect(result.unmatched).toMatchObject([{ row: 2, itemId: '0001' }])
    await expectNothing()
  })

  it('has 10,000 columns', async () => {
    const header = [...list.header, ...Array.from({ length: 10_000 }, (_none, at) => `c${at}`)]
    const wide = asking.take(requestId, await asking.csvBack({ header, rows: list.rows }))
    await expect(wide).rejects.toMatchObject({ code: 'csv.too_many_columns' })
    await expectNothing()
  })

  it('has a cell of 40,000 characters: the row is named; one of 2,000,000 that seems never to end: refused', async () => {
    const long = await asking.csvBack(filled(list, { '0001': { Answer: 'x'.repeat(40_000) } }))
    expect((await asking.take(requestId, long)).unmatched).toEqual([
      { row: 2, itemId: '0001', reason: 'The answer is longer than 32767 characters.' },
    ])
    const huge = await asking.csvBack(filled(list, { '0001': { Answer: 'x'.repeat(2_000_000) } }))
    await expect(asking.take(requestId, huge)).rejects.toMatchObject({ code: 'csv.unclosed_quote' })
    await expectNothing()
  })

  it('has more rows than any list of a sample', async () => {
    await writeFile(asking.file('long.csv'), `Item id,Answer\n${'0009,yes\n'.repeat(100_001)}`)
    const long = asking.take(requestId, asking.file('long.csv'))
    await expect(long).rejects.toMatchObject({ code: 'table.too_many_rows', details: { limit: 100_000 } })
    await expectNothing()
  })

  it('has other columns altogether', async () => {
    await writeFile(asking.file('odd.csv'), 'a,b\n1,2\n')
    const odd = asking.take(requestId, asking.file('odd.csv'))
    await expect(odd).rejects.toMatchObject({ code: 'request.no_key_column', details: { header: 'a, b' } })
    await writeFile(asking.file('odd.csv'), 'Item id,Remark\n0001,2\n')
    const silent = asking.take(requestId, asking.file('odd.csv'))
    await expect(silent).rejects.toMatchObject({ code: 'request.no_answer_column' })
    await expectNothing()
  })

  it('has a sheet of that name nowhere, and another sheet first', async () => {
    const cells = ['Contents', 'Page'].map((head) => `<c t="inlineStr">${cellText(head)}</c>`)
    const rows = inRow(1, cells) + inRow(2, cells)
    await expect(asking.take(requestId, await book(rows))).rejects.toMatchObject({ code: 'request.no_key_column' })
    const named = asking.take(requestId, await book(rows), { sheet: 'Answers' })
    await expect(named).rejects.toMatchObject({ code: 'xlsx.no_sheet', details: { sheets: 'Data' } })
    await expectNothing()
  })

  it.each([
    [
      'something else under the name of a workbook',
      'answers.xlsx',
      Buffer.from('PK not at all'),
      'xlsx.not_a_workbook',
    ],
    ['nothing but a header', 'answers.csv', Buffer.from('Item id,Answer\n'), 'csv.no_rows'],
    ['bytes', 'answers.csv', Buffer.from('Item id,Answer\n0001,\0\n'), 'csv.not_text'],
  ])('is %s', async (_words, name, content, code) => {
    await writeFile(asking.file(name), content)
    await expect(asking.take(requestId, asking.file(name))).rejects.toMatchObject({ code })
    await expectNothing()
    expect(await readdir(join(engine.storeFolder, 'evidence')).then((files) => files.length)).toBe(evidenceOfFieldwork)
  })
})

/** The rows and the source of the population, which the store holds already. */
const evidenceOfFieldwork = 2
