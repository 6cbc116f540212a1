import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { at, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function found() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, engagementId, controlId, procedureId, sample } = opened
  const item = at(sample.items, 0)
  await client.call('result.record', {
    results: [{ procedureId, sampleItemId: item.sampleItemId, attribute: 'A', outcome: 'deviation' }],
  })
  const where = { controlId, procedureId, sampleItemId: item.sampleItemId, attribute: 'A' }
  await client.call('deviation.save', { ...where, condition: 'Approved by <its> author' })
  await client.call('signOff.add', { target: { entity: 'control', id: controlId }, role: 'preparer' })
  return { client, engagementId, item }
}

it('the workpapers are one workbook: coverage, register, and for the control its lead sheet and its test sheet', async () => {
  const { client, engagementId, item } = await found()
  const file = join(client.folder, 'papers.xlsx') as FileRef
  const { papers } = await client.call('workpapers.export', { engagementId, file, format: 'xlsx' })
  expect(papers).toBe(4)
  const parts = unzipSync(await readFile(file))
  const names = [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g)]
  expect(names.map(([, name]) => name)).toEqual(['About', 'Coverage', 'Register of deviations', 'CHG-01', 'CHG-01 T1'])
  const text = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n')
  for (const said of [
    'DEV-1',
    'Approved by &lt;its&gt; author',
    'preparer: Ada Cole',
    item.itemId,
    'Change approval',
  ]) {
    expect(text).toContain(said)
  }
})

it('the pack for a peer review reads from the coverage down to the evidence, on one page that runs nothing', async () => {
  const { client, engagementId } = await found()
  const file = join(client.folder, 'pack.html') as FileRef
  await client.call('workpapers.export', { engagementId, pack: 'peer_review', file, format: 'html' })
  const page = await readFile(file, 'utf8')
  const titles = [...page.matchAll(/<article id="paper-\d+" class="\w+"><h2>([^<]*)<\/h2>/g)].map(([, title]) => title)
  expect(titles).toEqual([
    'Opinion',
    'Coverage',
    'Register of deviations',
    'CHG-01 Change approval',
    'CHG-01 test sheet of procedure 1',
    'Populations',
    'Samples',
    'Evidence',
  ])
  expect(page).toContain('Approved by &lt;its&gt; author')
  expect(page).toContain('<a href="#paper-4">CHG-01 Change approval</a>')
  expect(page).not.toContain('<script')
  const { documentId } = await client.call('workpapers.print', { engagementId, pack: 'peer_review' })
  expect((await client.call('print.document', { documentId })).html).toContain('CHG-01 Change approval')
  await expect(
    client.call('workpapers.export', { engagementId, file: join(client.folder, 'p.pdf'), format: 'pdf' }),
  ).rejects.toMatchObject({ code: 'print.needs_window' })
})

/** Two pages; a link leads to the second by a name (ISO 32000-1, 12.3.2.3). */
const twoPages = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R /Dests << /paper-4 [4 0 R /XYZ 0 800 0] >> >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>
%%EOF
`

it('the contents of a pack name the pages that a first PDF of it has', async () => {
  const { client, engagementId } = await found()
  const { documentId } = await client.call('workpapers.print', { engagementId, pack: 'peer_review' })
  expect((await client.call('print.document', { documentId })).hasContents).toBe(true)
  const { html } = await client.call('print.numbered', { documentId, pdf: Buffer.from(twoPages).toString('base64') })
  expect(html).toContain('CHG-01 Change approval</a><span class="page" data-of="paper-4">2</span>')
  expect(html).toContain('<span class="page" data-of="paper-3"></span>')
  const noPdf = Buffer.from('<html>').toString('base64')
  await expect(client.call('print.numbered', { documentId, pdf: noPdf })).rejects.toMatchObject({
    code: 'print.not_a_pdf',
  })
  const { documentId: list } = await client.call('list.print', { list: 'deviations', engagementId })
  expect((await client.call('print.document', { documentId: list })).hasContents).toBe(false)
})
