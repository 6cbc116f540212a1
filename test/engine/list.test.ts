import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** Texts that a spreadsheet would run, that a page would run, and a number that only looks like one. */
const meanings = ['=HYPERLINK("http://x")', '+cmd|A0', '-2+3', '@SUM(A1)', '<img src=x onerror=alert(1)>', '-5']

/** A legend of hostile meanings, at a client with a hostile name. */
async function hostileLegend() {
  const opened = await openEngagement({ client: '<b>Meridian</b>' })
  engine = opened.engine
  const { engine: client, engagementId } = opened
  for (const [at, meaning] of meanings.entries()) {
    await client.call('tickmark.save', { engagementId, symbol: `T${at}`, meaning })
  }
  const { tickmarks } = await client.call('tickmark.list', { engagementId })
  const file = (name: string) => join(client.folder, name) as FileRef
  return { client, engagementId, file, ids: tickmarks.map(({ tickmarkId }) => tickmarkId) }
}

describe('a list that is exported', () => {
  it('runs nothing as CSV, and leaves a negative number what it is', async () => {
    const { client, engagementId, file } = await hostileLegend()
    const written = await client.call('list.export', { list: 'tickmarks', engagementId, file: file('a.csv') })
    expect(written).toMatchObject({ rows: 6, total: 6 })
    expect((await readFile(file('a.csv'), 'utf8')).split('\r\n')).toEqual([
      '\u{FEFF}Tickmark,Meaning,Used',
      `T0,"'=HYPERLINK(""http://x"")",0`,
      "T1,'+cmd|A0,0",
      "T2,'-2+3,0",
      "T3,'@SUM(A1),0",
      'T4,<img src=x onerror=alert(1)>,0',
      'T5,-5,0',
      '',
    ])
  })

  it('holds the same texts as a workbook, none of them a formula, and says whose it is', async () => {
    const { client, engagementId, file } = await hostileLegend()
    await client.call('list.export', { list: 'tickmarks', engagementId, file: file('a.xlsx') })
    const { sheets } = await readXlsx(await readFile(file('a.xlsx')))
    const [list, about] = sheets
    expect(list?.rows.slice(1).map(([, meaning]) => meaning)).toEqual(meanings)
    expect([...(list?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
    expect(about?.rows).toEqual([
      ['Client', '<b>Meridian</b>'],
      ['Period', '2025-10-01 to 2026-09-30'],
      ['Rows', '6'],
      ['Written', '2026-10-20 09:00 +00:00 by Ada Cole'],
    ])
  })

  it('holds only the rows that are shown, in their order, and says so', async () => {
    const { client, engagementId, file, ids } = await hostileLegend()
    const narrowing = { ids: [ids[5] ?? '', ids[1] ?? ''], shown: 'used never' }
    const asked = { list: 'tickmarks' as const, engagementId, ...narrowing }
    expect(await client.call('list.export', { ...asked, file: file('a.csv') })).toMatchObject({ rows: 2, total: 6 })
    expect((await readFile(file('a.csv'), 'utf8')).split('\r\n')).toEqual([
      '\u{FEFF}Tickmark,Meaning,Used,Narrowed to',
      'T5,-5,0,used never',
      "T1,'+cmd|A0,0,used never",
      '',
    ])
    await client.call('list.export', { ...asked, file: file('a.html') })
    const page = await readFile(file('a.html'), 'utf8')
    expect(page).toContain('<dt>Narrowed to</dt><dd>used never</dd><dt>Rows</dt><dd>2 of 6</dd>')
    expect(page).toContain('&lt;b&gt;Meridian&lt;/b&gt;')
  })

  it('is refused when a row of it is gone, and as a PDF without a window; nothing is written', async () => {
    const { client, engagementId, file } = await hostileLegend()
    const asked = { list: 'tickmarks' as const, engagementId }
    const gone = client.call('list.export', { ...asked, ids: ['gone'], file: file('a.csv') })
    await expect(gone).rejects.toMatchObject({ code: 'list.row_not_found' })
    const pdf = client.call('list.export', { ...asked, file: file('a.pdf') })
    await expect(pdf).rejects.toMatchObject({ code: 'print.needs_window' })
    await expect(readFile(file('a.pdf'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a document that waits to be printed', () => {
  it('runs nothing, and is gone once the store is locked', async () => {
    const { client, engagementId } = await hostileLegend()
    const { documentId } = await client.call('list.print', { list: 'tickmarks', engagementId })
    const { html, title } = await client.call('print.document', { documentId })
    expect(title).toBe('Tickmarks')
    expect(html).toContain('<td>&lt;img src=x onerror=alert(1)&gt;</td>')
    expect(html).not.toMatch(/<img|<b>|<script/)
    await client.call('store.lock', {})
    await client.call('store.open', { folder: client.storeFolder, passphrase: 'an ordinary sentence of a test' })
    await expect(client.call('print.document', { documentId })).rejects.toMatchObject({ code: 'print.gone' })
  })

  it('becomes no file that is not a PDF', async () => {
    const { client, file } = await hostileLegend()
    const pdf = Buffer.from('<script>')
    await expect(client.call('print.writePdf', { file: file('a.pdf'), pdf })).rejects.toMatchObject({
      code: 'print.not_a_pdf',
    })
  })
})
