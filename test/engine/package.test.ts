import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { zip, type ZipMember } from '../fixtures/spreadsheet/workbook.ts'
import { addControl, entriesOf, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

let engine: TestEngine
let engagementId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
  await addControl(engine, engagementId)
  await engine.call('request.create', { engagementId, kind: 'other', title: 'Leavers', text: 'The list of leavers.' })
}, 30_000)
afterEach(() => engine.close())

function zipFile(members: readonly ZipMember[]): FileRef {
  const file = join(engine.folder, 'package.zip') as FileRef
  writeFileSync(file, zip(members))
  return file
}

const leavers = 'user,left\n7,2026-03-01\n'
const index = [
  'Request ID,File name,SHA-256',
  `REQ-1,leavers.txt,${sha256(leavers)}`,
  'CHG-01,tickets/approval.txt,',
  'REQ-9,policy.txt,',
  `REQ-1,org chart.txt,${'0'.repeat(64)}`,
  'REQ-1,never sent.txt,',
  '',
].join('\r\n')

const members: ZipMember[] = [
  { name: 'export/index.csv', content: index },
  { name: 'export/leavers.txt', content: leavers },
  { name: 'export/tickets/approval.txt', content: 'approved by B' },
  { name: 'export/policy.txt', content: 'the policy' },
  { name: 'export/org chart.txt', content: 'the chart' },
  { name: 'export/extra.txt', content: '' },
  { name: 'export/copy.txt', content: leavers },
]

const kindsOf = (problems: readonly { kind: string; path: string }[]) =>
  problems.map(({ kind, path }) => `${kind} ${path}`).toSorted()

describe('a received package', () => {
  it('is compared with its index: what is missing, not listed, different, empty, twice or for no request', async () => {
    const file = zipFile(members)
    const found = await engine.call('package.inspect', { engagementId, file })
    expect(found.index?.columns).toEqual({ file: 'File name', request: 'Request ID', sha256: 'SHA-256' })
    expect(kindsOf(found.problems)).toEqual([
      'empty export/extra.txt',
      'hash_differs export/org chart.txt',
      'missing never sent.txt',
      'not_in_index export/copy.txt',
      'not_in_index export/extra.txt',
      'twice export/copy.txt',
      'unknown_request export/policy.txt',
    ])
    expect(found.sha256).toBe(sha256(readFileSync(file)))
    expect((await engine.call('evidence.list', { engagementId })).evidence).toEqual([])
  })

  it('is taken as one entry: files linked to their requests and controls, and the package itself', async () => {
    const file = zipFile(members)
    const before = await entriesOf(engine, engagementId)
    const taken = await engine.call('package.import', {
      engagementId,
      file,
      receivedFrom: 'Client',
      receivedOn: '2026-10-02',
    })
    expect(await entriesOf(engine, engagementId)).toBe(before + 1)
    const { evidence } = await engine.call('evidence.list', { engagementId })
    expect(evidence).toHaveLength(8)
    const targetsOf = (name: string) =>
      evidence.filter((one) => one.name === name).flatMap(({ targets }) => targets.map(({ entity }) => entity))
    expect(targetsOf('leavers.txt')).toEqual(['request'])
    expect(targetsOf('approval.txt')).toEqual(['control'])
    expect(targetsOf('extra.txt')).toEqual(['engagement'])
    const whole = evidence.find(({ evidenceId }) => evidenceId === taken.evidenceId)
    expect(whole).toMatchObject({ name: 'package.zip', sha256: sha256(readFileSync(file)), receivedFrom: 'Client' })
    expect(whole?.note).toContain('missing: never sent.txt')
    // Two of the files are the same bytes, and kept once.
    const verified = await engine.call('evidence.verify', { engagementId })
    expect(verified).toMatchObject({ files: 7, damaged: [] })
  })

  it('as a folder is known by the list of its files, and links in it are refused by name', async () => {
    const folder = join(engine.folder, 'received') as FileRef
    mkdirSync(join(folder, 'a'), { recursive: true })
    writeFileSync(join(folder, 'a', 'one.txt'), 'one')
    symlinkSync('/etc/hostname', join(folder, 'a', 'two.txt'))
    const taken = await engine.call('package.import', { engagementId, file: folder })
    expect(taken.sha256).toBe(sha256(`${sha256('one')}  a/one.txt\n`))
    expect(taken.problems).toEqual([
      { kind: 'refused', path: 'a/two.txt', row: null, says: 'It is not taken: it is a link.' },
    ])
    expect(taken.imported).toBe(1)
  })

  it('with a workbook for its index is read like one with a text, and a workbook that is none stays evidence', async () => {
    const rows = [
      ['Request ID', 'File name'],
      ['REQ-1', 'leavers.txt'],
      ['CHG-01', 'never sent.txt'],
    ]
    const list = join(engine.folder, 'index.xlsx')
    await writeXlsx(list, [{ name: 'Files', header: rows[0] ?? [], rows: rows.slice(1) }], AbortSignal.timeout(10_000))
    const file = zipFile([
      { name: 'index.xlsx', content: readFileSync(list) },
      { name: 'leavers.txt', content: leavers },
    ])
    const found = await engine.call('package.inspect', { engagementId, file })
    expect(found.index).toMatchObject({
      path: 'index.xlsx',
      rows: 2,
      columns: { file: 'File name', request: 'Request ID' },
    })
    expect(found.files.find(({ path }) => path === 'leavers.txt')?.requests).toEqual(['REQ-1'])
    expect(found.problems).toMatchObject([{ kind: 'missing', path: 'never sent.txt', row: 3 }])
    const other = zipFile([{ name: 'evidence list.xlsx', content: 'no workbook' }])
    await expect(engine.call('package.inspect', { engagementId, file: other })).resolves.toMatchObject({ index: null })
    const named = engine.call('package.inspect', { engagementId, file: other, index: 'evidence list.xlsx' })
    await expect(named).rejects.toMatchObject({ code: 'xlsx.not_a_workbook' })
  })

  it('whose columns are confirmed otherwise is read by these', async () => {
    const file = zipFile([
      { name: 'list.csv', content: 'Control,Request ID,Name of document\nX,REQ-1,a.txt\n' },
      { name: 'a.txt', content: 'a' },
    ])
    const guessed = await engine.call('package.inspect', { engagementId, file })
    expect(guessed.index?.columns).toBeNull()
    const columns = { file: 'Name of document', request: 'Request ID', sha256: null }
    const read = await engine.call('package.inspect', { engagementId, file, columns })
    expect(read.problems).toEqual([])
    expect(read.files.find(({ path }) => path === 'a.txt')?.requests).toEqual(['REQ-1'])
    const wrong = engine.call('package.inspect', { engagementId, file, columns: { ...columns, file: 'File' } })
    await expect(wrong).rejects.toMatchObject({ code: 'package.no_such_column' })
  })
})

describe('a hostile package', () => {
  it('cannot place a file by its name, nor replace one by another case; a ZIP in it stays a file', async () => {
    const inner = zip([{ name: '../../x', content: 'x' }])
    const file = zipFile([
      { name: '../../outside.txt', content: 'x' },
      { name: '/etc/passwd', content: 'x' },
      { name: 'a.txt', content: 'a' },
      { name: 'A.TXT', content: 'b' },
      { name: 'inner.zip', content: inner },
    ])
    const taken = await engine.call('package.import', { engagementId, file })
    expect(kindsOf(taken.problems)).toEqual(['refused ../../outside.txt', 'refused /etc/passwd', 'refused A.TXT'])
    expect(taken.files.map(({ path }) => path)).toEqual(['a.txt', 'inner.zip'])
  })

  it.each([
    ['that unpacks to more than it says', [{ name: 'a.txt', content: 'aaaa', says: { size: 2 } }], 'package.damaged'],
    ['with a wrong checksum', [{ name: 'a.txt', content: 'aaaa', says: { crc: 1 } }], 'package.damaged'],
    ['that is a bomb', [{ name: 'a.bin', content: Buffer.alloc(64 * 1024 * 1024) }], 'package.too_large'],
    [
      'of too many files',
      Array.from({ length: 2001 }, (_, n) => ({ name: `${n}.txt`, content: '' })),
      'package.too_large',
    ],
  ] as const)('%s leaves nothing', async (_what, hostile, code) => {
    const file = zipFile([{ name: 'good.txt', content: 'good' }, ...hostile])
    const before = await entriesOf(engine, engagementId)
    await expect(engine.call('package.import', { engagementId, file })).rejects.toMatchObject({ code })
    expect(await entriesOf(engine, engagementId)).toBe(before)
    expect((await engine.call('evidence.list', { engagementId })).evidence).toEqual([])
  })

  it('that is no ZIP, cut, or not the one that was inspected is refused', async () => {
    const file = zipFile(members)
    const changed = engine.call('package.import', { engagementId, file, sha256: sha256('another') })
    await expect(changed).rejects.toMatchObject({ code: 'package.changed' })
    const whole = readFileSync(file)
    for (const cut of [0, 10, whole.length - 30]) {
      writeFileSync(file, whole.subarray(0, cut))
      // One file after the other.
      await expect(engine.call('package.inspect', { engagementId, file })).rejects.toMatchObject({
        code: 'package.not_a_package',
      })
    }
  })
})
