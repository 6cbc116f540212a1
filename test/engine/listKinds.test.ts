import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, expect, it } from 'vitest'
import { IsoEdition } from '../../shared/contract/iso.ts'
import { EngagementList, type ListSelection, StoreList } from '../../shared/contract/list.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { tokenOf } from '../../shared/record/token.ts'
import { documentOf } from '../../shared/richText/paragraphs.ts'
import { readAll } from './csvFile.ts'
import { demoFile } from './demoEngagement.ts'
import { openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** An engagement in which every list has at least one row. */
async function everyList() {
  const { engagementId, controlId, procedureId, sample, ...opened } = await openTesting()
  engine = opened.engine
  const { engine: client } = opened
  const [first] = sample.items
  const sampleItemId = first?.sampleItemId ?? ''
  const { tickmarkId } = await client.call('tickmark.save', { engagementId, symbol: '®', meaning: 'Agreed' })
  await client.call('result.record', {
    results: [
      {
        procedureId,
        sampleItemId,
        attribute: 'A',
        outcome: 'deviation',
        note: '=no second person',
        tickmarks: [{ tickmarkId, placed: true }],
      },
    ],
  })
  await client.call('evidence.attachImage', {
    target: { entity: 'result', id: `${procedureId}:${sampleItemId}:A` },
    name: 'ticket.png',
    png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  })
  await client.call('conclusion.save', {
    target: { entity: 'control', id: controlId },
    aspect: 'design',
    outcome: 'not_concluded',
    rationale: 'Nothing was walked through.',
  })
  const place = { startOn: '2025-12-24', endOn: '2025-12-26' }
  await client.call('periodMark.save', { engagementId, kind: 'holiday', title: 'Closed', ...place })
  const promise = { kind: 'commitment' as const, text: '=Changes are approved.', criteria: ['CC8.1'] }
  await client.call('commitment.save', { engagementId, ...promise, controlIds: [controlId] })
  await client.call('letter.save', { engagementId, kind: 'assertion', signedBy: 'C. Moe, CEO' })
  const content = documentOf('=As understood.')
  await client.call('narrative.save', { engagementId, kind: 'narrative', title: '+Change management', content })
  await client.call('note.open', { target: { entity: 'control', id: controlId }, kind: 'todo', text: '-Who owns it?' })
  const worked = { phase: 'planning', workedOn: '2026-10-01', minutes: 90 } as const
  await client.call('hours.record', { engagementId, ...worked, note: '=Scoping' })
  const organisation = { name: 'Northgrid', service: 'Hosting', method: 'carve_out' } as const
  await client.call('subservice.save', { engagementId, ...organisation })
  const complementary = { kind: 'cuec' as const, text: 'Users remove leavers.', criteria: ['CC6.2'] }
  await client.call('complementary.save', { engagementId, ...complementary })
  await client.call('walkthrough.save', {
    controlId,
    performedOn: '2026-03-02',
    performedBy: 'Ada Cole',
    instance: 'CHG-00102',
    trace: '=from the ticket to the release',
    suitablyDesigned: true,
    implemented: true,
  })
  const { requestId } = await client.call('request.fromSample', { sampleId: sample.sampleId, title: '=Tickets' })
  await client.call('request.answer', { requestId, answers: [{ sampleItemId, answer: '+cmd|x', note: '@as sent' }] })
  const request = { kind: 'other' as const, title: '+Organisation chart', text: '@Please send it.' }
  await client.call('request.create', { engagementId, ...request })
  await client.call('deviation.save', {
    controlId,
    procedureId,
    sampleItemId,
    attribute: 'A',
    condition: '-no second person',
  })
  return { client, engagementId, controlId, procedureId, requestId, sampleId: sample.sampleId, sampleItemId, first }
}

type Papers = { engagementId: string; procedureId: string; requestId: string; sampleId: string }

/** Every list there is. */
const selectionsOf = ({ engagementId, procedureId, requestId, sampleId }: Papers): ListSelection[] => [
  ...StoreList.options.map((list) => ({ list })),
  ...EngagementList.options.map((list) => ({ list, engagementId })),
  ...IsoEdition.options.map((edition) => ({ list: 'iso' as const, engagementId, edition })),
  { list: 'sample', sampleId },
  { list: 'requestItems', requestId },
  { list: 'testSheet', procedureId },
]

it('is written the same as a workbook and as CSV, whichever list it is', { timeout: 120_000 }, async () => {
  const { client, ...papers } = await everyList()
  for (const selection of selectionsOf(papers)) {
    const file = (ending: string) => join(client.folder, `${selection.list}.${ending}`) as FileRef
    const { rows } = await client.call('list.export', { ...selection, file: file('xlsx') })
    expect(rows, selection.list).toBeGreaterThan(0)
    await client.call('list.export', { ...selection, file: file('csv') })
    const [sheet] = (await readXlsx(await readFile(file('xlsx')))).sheets
    const csv = await readAll(file('csv'))
    expect(csv.rows).toHaveLength(rows)
    const asCsv = (text: unknown) => (typeof text === 'string' ? text.replace(/^[=+\-@]/, "'$&") : text)
    const asRead = csv.rows.map(({ cells }) => cells)
    expect(sheet?.rows.slice(1).map((cells) => csv.header.map((_, at) => asCsv(cells[at])))).toEqual(asRead)
  }
})

it(
  'holds of a test sheet outcomes, notes, tickmarks with their legend, and evidence',
  { timeout: 120_000 },
  async () => {
    const { client, procedureId, first } = await everyList()
    const file = join(client.folder, 'sheet.xlsx') as FileRef
    expect(await client.call('list.export', { list: 'testSheet', procedureId, file })).toMatchObject({ rows: 5 })
    const { sheets } = await readXlsx(await readFile(file))
    const rowOf = (at: number) => (sheets[0]?.rows[at] ?? []).slice(0, 9)
    expect(rowOf(0)).toEqual(['No.', 'Item id', 'Day', 'A', 'A tickmarks', 'A note', 'A evidence', 'B', 'C'])
    const cells = ['deviation', '®', '=no second person', 'ticket.png', 'not tested', 'not tested']
    expect(rowOf(1)).toEqual(['1', first?.itemId, first?.date, ...cells])
    expect(sheets.map(({ name }) => name)).toEqual(['Test sheet', 'Attributes', 'Tickmarks', 'About'])
    expect(sheets[2]?.rows).toEqual([
      ['Tickmark', 'Meaning'],
      ['®', 'Agreed'],
    ])
  },
)

/** The heads of the columns of the first table that would be printed. */
async function printedHeads(client: TestEngine, selection: ListSelection): Promise<string[]> {
  const { documentId } = await client.call('list.print', selection)
  const { html } = await client.call('print.document', { documentId })
  const [table = ''] = /<thead[^>]*>[^]*?<\/thead>/.exec(html) ?? []
  return [...table.matchAll(/<th scope="col">([^<]*)<\/th>/g)].map(([, head = '']) => head)
}

it('has on paper only the columns that are shown or say something', { timeout: 120_000 }, async () => {
  const { client, procedureId, sampleId } = await everyList()
  const cells = ['A', 'A tickmarks', 'A note', 'A evidence', 'B', 'C']
  const items = ['No.', 'Item id', 'Day', ...cells, 'Tested by']
  expect(await printedHeads(client, { list: 'testSheet', procedureId, columns: ['approver'] })).toEqual([
    ...items,
    'approver',
  ])
  expect(await printedHeads(client, { list: 'testSheet', procedureId, columns: [] })).toEqual(items)
  const sample = await printedHeads(client, { list: 'sample', sampleId, columns: [] })
  expect(sample).toEqual(['No.', 'Item id', 'Row of the file', 'Day', 'Stage'])
})

it('has words on paper where the store has codes, and below each other what has too much to say for a line', async () => {
  const { client, engagementId } = await everyList()
  const { documentId } = await client.call('list.print', { list: 'subservice', engagementId })
  const { html } = await client.call('print.document', { documentId })
  expect(html).toContain('<h2>Northgrid</h2>')
  expect(html).toContain('<dt>Method</dt><dd>carve-out</dd>')
  expect(html).toContain('No report of its auditor yet.')
  expect(html).not.toMatch(/carve_out|no_report|<dt>Auditor/)
})

it('keeps a short row on one page, and lets one break that is longer, so that no page is left empty', async () => {
  const { client, engagementId } = await everyList()
  const text = 'We keep every change for seven years. '.repeat(400)
  await client.call('commitment.save', { engagementId, kind: 'commitment', text, criteria: [], controlIds: [] })
  const { documentId } = await client.call('list.print', { list: 'commitments', engagementId })
  const { html } = await client.call('print.document', { documentId })
  expect(html).toMatch(/<tr class="whole"><td class="short">SC-1</)
  expect(html).toMatch(/<tr><td class="short">SC-2</)
})

/** A word of the store instead of one of the trade, a token that points at a record, an instant as the store keeps it. */
const notWords = /^[a-z]+(?:_[a-z]+)+$|@\[[a-zA-Z]+:|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}/

it('has no code of the store in any cell of any sheet, whichever list it is', { timeout: 120_000 }, async () => {
  const { client, ...papers } = await everyList()
  const { engagementId, controlId, procedureId, requestId, sampleId, sampleItemId } = papers
  await client.call('control.import', { engagementId, file: demoFile('controls.csv') })
  const note = `As ${tokenOf({ kind: 'control', id: controlId })} says.`
  await client.call('result.record', {
    results: [{ procedureId, sampleItemId, attribute: 'B', outcome: 'pass', note }],
  })
  await client.call('request.answer', { requestId, answers: [{ sampleItemId, answer: 'provided', note }] })
  const own = new Set((await client.call('sample.get', { sampleId })).header)
  const found: string[] = []
  const check = async (list: string, file: FileRef) => {
    for (const { name, rows } of (await readXlsx(await readFile(file))).sheets) {
      const [header = [], ...lines] = rows
      const cells = lines.flatMap((line) => line.flatMap((cell, at) => (own.has(String(header[at])) ? [] : [cell])))
      found.push(...cells.map(String).flatMap((cell) => (notWords.test(cell) ? [`${list}, ${name}: ${cell}`] : [])))
    }
  }
  for (const selection of selectionsOf(papers)) {
    const file = join(client.folder, `${selection.list}.xlsx`) as FileRef
    await client.call('list.export', { ...selection, file })
    await check(selection.list, file)
  }
  const asked = join(client.folder, 'asked.xlsx') as FileRef
  await client.call('request.export', { requestId, file: asked })
  await check('request', asked)
  const back = await client.call('request.import', { requestId, file: asked })
  expect(back).toMatchObject({ unchanged: 1, differing: [] })
  const pack = join(client.folder, 'workpapers.xlsx') as FileRef
  await client.call('workpapers.export', { engagementId, pack: 'workpapers', file: pack, format: 'xlsx' })
  await check('workpapers', pack)
  expect(found).toEqual([])
})
