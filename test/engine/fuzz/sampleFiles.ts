import { execFileSync } from 'node:child_process'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../../shared/contract/values.ts'
import { workbookMembers, zip } from '../../fixtures/spreadsheet/workbook.ts'
import { testPassphrase, type TestEngine } from '../openTestEngine.ts'

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = `<row r="1">${cell('A1', 'id')}${cell('B1', 'day')}</row><row r="2">${cell('A2', 'T-1')}${cell('B2', '2026-01-05')}</row>`

/** A PDF of one page as its specification puts it together, without the table of places, which readers make up for. */
const page = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length 47 >> stream
BT /F1 12 Tf 10 100 Td (Quarterly review) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%EOF`

/** The smallest picture: one grey point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

/** Sound files that people hand over, one of each form that is read. */
const written: Record<string, string | Buffer> = {
  'list.csv': 'id,day,system\nT-1,2026-01-05,billing\nT-2,2026-02-05,infra\nT-2,2026-12-05,"a ""b"""\n',
  'controls.csv': 'ref,title,description,criteria,frequency\nCHG-02,Approval,Approved by two,CC8.1,monthly\n',
  'sheet.csv': 'Item,A,B,C\nCHG-1001,pass,"x late",n/a\nCHG-1002,P,pass,\n',
  'wording.csv': 'id,text\nCC6.1,Own words\nCC8.1,More own words\n',
  'list.jsonl': '{"id":"T-1","day":"2026-01-05","n":[1,{"a":null}]}\n{"id":"T-2"}\n',
  'list.xlsx': zip(workbookMembers({ rows: sheet, shared: '<si><t>s</t></si>' })),
  'review.pdf': page,
  'screen.png': picture,
  'note.txt': 'Approved by B. Lee',
  'package.zip': zip([
    { name: 'index.csv', content: 'Request ID,File name\nREQ-1,leavers.txt\n' },
    { name: 'leavers.txt', content: '7,2026-03-01' },
  ]),
  passphrase: `${testPassphrase}\n`,
}

/**
 * Fills a folder with files of every form, those that the engine writes itself among them, and with what is no file.
 * @returns their names
 */
export async function writeSampleFiles(engine: TestEngine, engagementId: string, folder: string): Promise<string[]> {
  const at = (name: string) => join(folder, name) as FileRef
  await mkdir(at('a folder'), { recursive: true })
  for (const [name, content] of Object.entries(written)) await writeFile(at(name), content)
  const { recipient } = await engine.call('colleague.ownCard', {})
  await engine.call('bundle.export', { engagementId, file: at('whole.tickmark'), recipients: [recipient] })
  await engine.call('bundle.export', { engagementId, file: at('locked.tickmark'), passphraseFile: at('passphrase') })
  await engine.call('colleague.exportCard', { file: at('card.txt') })
  await engine.call('signer.export', { file: at('signers.txt') })
  await engine.call('report.export', { engagementId, format: 'docx', file: at('report.docx') })
  execFileSync('mkfifo', [at('pipe')])
  await symlink(at('list.csv'), at('link.csv'))
  return readdir(folder)
}
