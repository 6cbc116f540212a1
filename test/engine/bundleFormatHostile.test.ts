import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pack } from 'tar-stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BundleLimits } from '../../electron/engine/bundle/limits.ts'
import { newSigningKey } from '../../electron/engine/bundle/signingKey.ts'
import { readBundle } from '../../electron/engine/bundle/readBundle.ts'
import { signSsh } from '../../electron/engine/bundle/sshSignature.ts'
import { verifyBundle } from '../../electron/engine/bundle/verifyBundle.ts'
import { DomainError, type ErrorDetails } from '../../shared/errors/domainError.ts'
import { archiveOf, evidence, forgedHeader, honest, planted, type Forgery } from '../fixtures/bundle/hostileBundle.ts'
import { sealAs } from '../fixtures/bundle/sampleBundle.ts'

/** Every bundle here is encrypted and signed with real keys: only what is inside is hostile. */
const unlock = { passphrase: 'anchor-velvet-tulip-canyon' }
const lock = { ...unlock, workFactor: 4 }

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-hostile-'))
  file = join(folder, 'bundle.age')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

type Refusal = { code: string; details: ErrorDetails }

/** Reads the archive as an importer would; after a refusal nothing may lie there but the bundle itself. */
async function refusalOf(archive: Uint8Array, limits: Partial<BundleLimits> = {}): Promise<Refusal> {
  await sealAs(file, archive, lock)
  const refusal = await attempt(limits)
  const nothing = ['bundle.age']
  expect(refusal.code === 'accepted' ? nothing : readdirSync(folder)).toEqual(nothing)
  return refusal
}

async function attempt(limits: Partial<BundleLimits>): Promise<Refusal> {
  try {
    await readBundle({ file, unlock, limits, stagingFolder: join(folder, 'staging'), random: randomBytes })
    return { code: 'accepted', details: {} }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, details: error.details }
  }
}

const refused = (forgery: Forgery, limits?: Partial<BundleLimits>) => refusalOf(archiveOf(forgery), limits)

/** The last file of an honest bundle, with a header of the attacker's making. */
function withHeader(fields: Readonly<Record<number, string>>, size = 0): Forgery {
  const { manifest, files } = honest()
  const entry = { path: 'evidence/00003', size }
  return {
    manifest,
    files: [...files, { path: entry.path, bytes: Buffer.alloc(size), header: forgedHeader(entry, fields) }],
  }
}

describe('what a hostile sender puts into a bundle', () => {
  it('starts from an archive that is accepted as it stands', async () => {
    expect(await refused({})).toMatchObject({ code: 'accepted' })
  })

  it.each([
    ['1', 'it is a link'],
    ['2', 'it is a link'],
    ['3', 'it is a device'],
    ['4', 'it is a device'],
    ['5', 'it is a folder'],
    ['6', 'it is a pipe'],
    ['7', 'its header is not in the one valid form'],
    ['x', 'its header is not in the one valid form'],
    ['g', 'its header is not in the one valid form'],
    ['L', 'its header is not in the one valid form'],
    ['\0', 'its header is not in the one valid form'],
  ])('an entry of type %j is refused', async (type, reason) => {
    expect(await refused(withHeader({ 156: type }))).toEqual({
      code: 'bundle.refused_entry',
      details: { path: 'evidence/00003', reason },
    })
  })

  it.each([
    '../../etc/cron.d/x',
    '/etc/passwd',
    'C:\\x',
    'evidence/../../x',
    'evidence/00003',
    'README.TXT',
    'evidence/\u202Ecod.exe',
  ])('a file %j that is not listed is refused by its name', async (path) => {
    const { files } = honest()
    const more = { path, bytes: Buffer.from('x'), header: forgedHeader({ path: '', size: 1 }, { 0: path }) }
    expect(await refused({ files: [...files, more] })).toEqual({ code: 'bundle.file_not_listed', details: { path } })
    expect(await refused({ files: [...files.slice(0, 4), more, ...files.slice(4)] })).toMatchObject({
      code: 'bundle.file_not_listed',
    })
  })

  it('listed files that are not there are named', async () => {
    const { files } = honest()
    expect(await refused({ files: files.slice(0, 3) })).toEqual({
      code: 'bundle.file_missing',
      details: { paths: 'evidence/00001, evidence/00002', count: 2 },
    })
    expect(await refused({ files: files.toSpliced(3, 1) })).toMatchObject({
      details: { paths: 'evidence/00001', count: 1 },
    })
  })

  it('a file that is there twice, or in another place, is refused', async () => {
    const { files } = honest()
    const [first = planted('', '')] = files.slice(3)
    expect(await refused({ files: [...files.slice(0, 4), first, ...files.slice(4)] })).toMatchObject({
      code: 'bundle.refused_entry',
    })
    expect(await refused({ files: [...files, first] })).toMatchObject({ code: 'bundle.refused_entry' })
    expect(await refused({ files: [...files, planted('manifest.json', '{}')] })).toMatchObject({
      code: 'bundle.refused_entry',
    })
    const swapped = [...files.slice(0, 3), ...files.slice(3).toReversed()]
    expect(await refused({ files: swapped })).toMatchObject({ code: 'bundle.file_missing' })
  })

  it('files that differ from the signed list are all named, to the importer and in the verdict', async () => {
    const { files } = honest()
    const [first, second] = evidence
    const other = [
      ...files.slice(0, 3),
      { ...first, ...planted('evidence/00001', 'FIRST') },
      { ...second, ...planted('evidence/00002', 'SECOND') },
    ]
    const details = { paths: 'evidence/00001, evidence/00002', count: 2 }
    expect(await refused({ files: other })).toEqual({ code: 'bundle.hash_differs', details })
    const verdict = await verifyBundle({ file, unlock, onJournal: () => 'asked' })
    expect(verdict).toMatchObject({ valid: false, journal: null, problems: [{ code: 'bundle.hash_differs', details }] })
    expect(
      await refused({ files: [...files.slice(0, 4), planted('evidence/00002', 'longer than listed')] }),
    ).toMatchObject({
      code: 'bundle.refused_entry',
      details: { reason: 'its size is not the listed one' },
    })
  })

  it('headers that two programs could read differently are refused', async () => {
    const { files } = honest()
    const size = 6
    const variants = [
      { 100: '0000755\0' },
      { 108: '0001750\0' },
      { 265: 'root' },
      { 257: 'ustar  \0' },
      { 345: 'evidence' },
      { 500: 'x' },
      { 124: '     000006\0' },
    ]
    for (const fields of variants) {
      const header = forgedHeader({ path: 'evidence/00002', size }, fields)
      const forged = { path: 'evidence/00002', bytes: Buffer.from('second'), header }
      const { code } = await refused({ files: [...files.slice(0, 4), forged] })
      expect(['bundle.refused_entry', 'bundle.file_not_listed'], JSON.stringify(fields)).toContain(code)
    }
  })

  it('data between or behind the files is refused', async () => {
    const { files } = honest()
    const hidden = {
      ...planted('evidence/00002', 'second'),
      padding: Buffer.concat([Buffer.from('hidden'), Buffer.alloc(500)]),
    }
    expect(await refused({ files: [...files.slice(0, 4), hidden] })).toMatchObject({
      details: { reason: 'something is hidden behind it' },
    })
    for (const end of [Buffer.alloc(1536), Buffer.concat([Buffer.alloc(1024), Buffer.from('x')])]) {
      expect(await refused({ end })).toMatchObject({ code: 'bundle.trailing_data' })
    }
    expect(await refused({ end: Buffer.concat([Buffer.alloc(1023), Buffer.from('x')]) })).toMatchObject({
      code: 'bundle.trailing_data',
    })
    expect(await refused({ end: Buffer.alloc(512) })).toMatchObject({ code: 'bundle.incomplete' })
    expect(await refused({ end: Buffer.alloc(0) })).toMatchObject({ code: 'bundle.incomplete' })
  })

  it('an archive that begins with anything but the list and its signature is refused', async () => {
    expect(await refused({ before: [planted('README.txt', 'hello')] })).toMatchObject({ code: 'bundle.refused_entry' })
    expect(await refusalOf(Buffer.alloc(1024))).toMatchObject({ code: 'bundle.refused_entry' })
    expect(await refusalOf(Buffer.alloc(0))).toMatchObject({ code: 'bundle.incomplete' })
    expect(await refusalOf(Buffer.from('not a tar at all'))).toMatchObject({ code: 'bundle.incomplete' })
    expect(await refusalOf(Buffer.alloc(2000, 'A'))).toMatchObject({ code: 'bundle.refused_entry' })
  })

  it('an archive of another program, with long names and links, is refused', async () => {
    const archive = pack()
    archive.entry({ name: `${'a'.repeat(120)}/../../x`, mode: 0o600 }, 'x')
    archive.entry({ name: 'link', type: 'symlink', linkname: '/etc/passwd' })
    archive.finalize()
    expect(await refusalOf(await buffer(archive))).toMatchObject({ code: 'bundle.refused_entry' })
  })

  it('is refused over the limits before it is read', async () => {
    expect(await refused({}, { files: 4 })).toMatchObject({
      code: 'bundle.too_large',
      details: { what: 'files', found: 5, limit: 4 },
    })
    expect(await refused({}, { fileBytes: 100 })).toMatchObject({
      code: 'bundle.too_large',
      details: { what: 'bytes of one file' },
    })
    expect(await refused({}, { totalBytes: 200 })).toMatchObject({
      code: 'bundle.too_large',
      details: { what: 'bytes' },
    })
    expect(await refused({}, { manifestBytes: 500 })).toMatchObject({
      code: 'bundle.too_large',
      details: { what: 'manifest.json' },
    })
  })

  it('that promises more than it holds is refused, also where its header says the same', async () => {
    const { manifest, files } = honest()
    const size = 5_000_000_000
    const listed = manifest.files.map((entry) => (entry.path === 'evidence/00002' ? { ...entry, size } : entry))
    const promise = { ...manifest, files: listed }
    expect(await refused({ manifest: promise, files })).toMatchObject({
      details: { reason: 'its size is not the listed one' },
    })
    const header = forgedHeader({ path: 'evidence/00002', size }, {})
    const short = [...files.slice(0, 4), { ...planted('evidence/00002', 'second'), header }]
    expect(await refused({ manifest: promise, files: short })).toMatchObject({ code: 'bundle.incomplete' })
  })

  it('signed by another key than it names, or for another purpose, or not at all, is refused', async () => {
    const { manifest } = honest()
    const other = newSigningKey((size) => Buffer.alloc(size, 99))
    const named = { ...manifest, exporter: { ...manifest.exporter, publicKey: other.publicKey } }
    expect(await refused({ manifest: named })).toMatchObject({ code: 'bundle.signature_invalid' })
    const text = '{"format":"tickmark-bundle"}'
    const { privateKey } = other
    expect(
      await refused({ text, signature: signSsh('tickmark-checkpoint', Buffer.from(text), privateKey) }),
    ).toMatchObject({ code: 'bundle.signature_invalid' })
    expect(await refused({ signature: '' })).toMatchObject({ code: 'bundle.signature_invalid' })
    expect(await refused({ signature: 'x'.repeat(5000) })).toMatchObject({ code: 'bundle.too_large' })
  })
})
