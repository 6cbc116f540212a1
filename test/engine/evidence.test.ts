import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { at, entriesOf, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string
let controlId: string
let items: string[]
let procedureId: string

beforeEach(async () => {
  const opened = await openTesting()
  ;({ engine, engagementId, controlId, procedureId } = opened)
  items = opened.sample.items.map(({ sampleItemId }) => sampleItemId)
})
afterEach(() => engine.close())

async function file(name: string, bytes: string | Uint8Array): Promise<FileRef> {
  const path = join(engine.folder, name)
  await writeFile(path, bytes)
  return path as FileRef
}
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const control = () => ({ entity: 'control', id: controlId }) as const
const cell = (item: number, letter = 'A') =>
  ({ entity: 'result', id: `${procedureId}:${at(items, item)}:${letter}` }) as const
/** Besides the file that the population was imported from. */
const list = async () =>
  (await engine.call('evidence.list', { engagementId })).evidence.filter(({ name }) => name !== 'changes.csv')
const attach = async (
  name: string,
  bytes: string | Uint8Array,
  target: ReturnType<typeof cell> | ReturnType<typeof control>,
) => engine.call('evidence.attach', { target, file: await file(name, bytes) })

describe('a file that is attached', () => {
  it('carries its hash, its dates, where it came from, and what it supports in words', async () => {
    engine.clock.set('2026-10-21T08:30:00Z')
    const { evidenceId } = await engine.call('evidence.attach', {
      target: cell(0),
      file: await file('approval.txt', 'approved'),
      effectiveDate: '2026-03-01',
      capturedOn: '2026-10-20',
      receivedOn: '2026-10-21',
      receivedFrom: 'Release manager',
      origin: 'system',
      note: 'Screen of the ticket.',
    })
    expect(await list()).toMatchObject([
      {
        evidenceId,
        name: 'approval.txt',
        sha256: sha256('approved'),
        size: 8,
        mediaType: 'text/plain',
        effectiveOn: '2026-03-01',
        capturedOn: '2026-10-20',
        receivedOn: '2026-10-21',
        importedAt: '2026-10-21T08:30:00.000+00:00',
        importedBy: 'Ada Cole',
        receivedFrom: 'Release manager',
        origin: 'system',
        note: 'Screen of the ticket.',
        targets: [{ ...cell(0), words: expect.stringMatching(/^CHG-01, item .+, attribute A$/) }],
        flags: [],
      },
    ])
  })

  it('supports a cell of a test sheet before it has an outcome, and none that does not exist', async () => {
    await attach('one.txt', 'one', cell(0))
    for (const id of [`${procedureId}:${at(items, 0)}:Z`, `${procedureId}:nobody:A`, 'nobody', 'a:b:c:d']) {
      await expect(
        engine.call('evidence.attach', { target: { entity: 'result', id }, file: await file('two.txt', 'two') }),
      ).rejects.toMatchObject({ code: 'evidence.target_not_found' })
    }
    expect(await list()).toHaveLength(1)
  })

  it('can be described later, and what was said taken back', async () => {
    const { evidenceId } = await attach('one.txt', 'one', control())
    await engine.call('evidence.describe', {
      evidenceId,
      effectiveOn: '2026-01-15',
      origin: 'client',
      name: 'Letter.txt',
    })
    await engine.call('evidence.describe', { evidenceId, origin: null, note: 'Signed.' })
    expect(await list()).toMatchObject([
      { name: 'Letter.txt', effectiveOn: '2026-01-15', origin: null, note: 'Signed.' },
    ])
    await engine.call('journal.undo', { engagementId })
    expect(await list()).toMatchObject([{ origin: 'client', note: null }])
  })
})

describe('several files at once', () => {
  it('are kept in one entry; those that cannot be read are named', async () => {
    const folder = join(engine.folder, 'a folder') as FileRef
    await mkdir(folder)
    const before = await entriesOf(engine, engagementId)
    const { attached, refused } = await engine.call('evidence.attachAll', {
      target: control(),
      files: [
        await file('a.txt', 'a'),
        folder,
        await file('b.txt', 'b'),
        join(engine.folder, 'nothing here') as FileRef,
        await file('c.txt', 'a'),
      ],
      receivedOn: '2026-10-21',
    })
    expect(attached.map(({ name, sha256: hash, size }) => [name, hash, size])).toEqual([
      ['a.txt', sha256('a'), 1],
      ['b.txt', sha256('b'), 1],
      ['c.txt', sha256('a'), 1],
    ])
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['a folder', 'file.not_regular'],
      ['nothing here', 'file.unreadable'],
    ])
    expect(await entriesOf(engine, engagementId)).toBe(before + 1)
    expect((await list()).every(({ receivedOn }) => receivedOn === '2026-10-21')).toBe(true)
  })

  it('stand in the order of their names, by number', async () => {
    const files = [await file('ticket 10.txt', 'ten'), await file('ticket 9.txt', 'nine'), await file('log.txt', 'log')]
    await engine.call('evidence.attachAll', { target: control(), files })
    expect((await list()).slice(-3).map(({ name }) => name)).toEqual(['log.txt', 'ticket 9.txt', 'ticket 10.txt'])
  })

  it('with the same bytes are kept once on the disk', async () => {
    const folder = join(engine.storeFolder, 'evidence')
    const before = (await readdir(folder)).length
    await engine.call('evidence.attachAll', {
      target: control(),
      files: [await file('a.txt', 'same'), await file('b.txt', 'same')],
    })
    expect(await readdir(folder)).toHaveLength(before + 1)
    expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true })
  })
})

describe('what is worth a question', () => {
  const flags = async () => (await list()).map((each) => each.flags)

  it('is a file that supports two items, whether as one piece of evidence or as two', async () => {
    await attach('one.txt', 'same', cell(0, 'A'))
    await attach('one.txt', 'same', cell(0, 'B'))
    expect(await flags()).toEqual([[], []])
    const { alreadyUsedFor, evidenceId } = await attach('two.txt', 'same', cell(1))
    expect(new Set(alreadyUsedFor.map(({ id }) => id))).toEqual(new Set([cell(0, 'A').id, cell(0, 'B').id]))
    expect(await flags()).toEqual([
      ['same_file_for_other_items'],
      ['same_file_for_other_items'],
      ['same_file_for_other_items'],
    ])
    const { sameFile } = await engine.call('evidence.get', { evidenceId })
    expect(sameFile.map(({ name }) => name)).toEqual(['one.txt', 'one.txt'])
  })

  it('is a day outside of the period, an empty file, and one that no paper rests on', async () => {
    const { evidenceId } = await attach('empty.txt', '', control())
    await engine.call('evidence.describe', { evidenceId, effectiveOn: '2025-09-30' })
    expect(await flags()).toEqual([['outside_period', 'empty']])
    await engine.call('evidence.describe', { evidenceId, effectiveOn: '2025-10-01' })
    await engine.call('evidence.unlink', { evidenceId, target: control(), reason: 'Belongs to another control.' })
    expect(await flags()).toEqual([['empty', 'not_linked']])
  })
})

describe('a link', () => {
  it('is added and taken away with its reason, and comes back by undo', async () => {
    const { evidenceId } = await attach('one.txt', 'one', control())
    const target = { entity: 'sampleItem', id: at(items, 0) } as const
    await engine.call('evidence.link', { evidenceId, target })
    await engine.call('evidence.link', { evidenceId, target })
    const linked = async () => (await engine.call('evidence.list', { engagementId, target })).evidence.length
    expect(await linked()).toBe(1)
    await engine.call('evidence.unlink', { evidenceId, target, reason: 'Of another item.' })
    expect(await linked()).toBe(0)
    await expect(engine.call('evidence.unlink', { evidenceId, target, reason: 'Again.' })).rejects.toMatchObject({
      code: 'evidence.not_linked',
    })
    await engine.call('journal.undo', { engagementId })
    expect(await linked()).toBe(1)
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })

  it('goes with a file that is removed; the source of a population cannot be', async () => {
    const { evidenceId } = await attach('one.txt', 'one', control())
    await engine.call('evidence.remove', { evidenceId, reason: 'Attached by mistake.' })
    await expect(engine.call('evidence.get', { evidenceId })).rejects.toMatchObject({ code: 'evidence.not_found' })
    const [source] = (await engine.call('evidence.list', { engagementId })).evidence
    expect(source?.targets).toMatchObject([{ entity: 'population' }])
    await expect(
      engine.call('evidence.remove', { evidenceId: source?.evidenceId ?? '', reason: 'Gone.' }),
    ).rejects.toMatchObject({ code: 'evidence.is_source' })
  })
})

describe('the bytes of a file', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_byte, place) => (place * 31) % 256)

  it('come out again as they went in', async () => {
    const { evidenceId } = await attach('blob.bin', bytes, control())
    const out = join(engine.folder, 'out.bin') as FileRef
    expect(await engine.call('evidence.save', { evidenceId, file: out })).toEqual({
      sha256: sha256(bytes),
      bytes: bytes.length,
    })
    expect(sha256(await readFile(out))).toBe(sha256(bytes))
    const part = await engine.call('evidence.bytes', { evidenceId, start: 65_530, length: 12 })
    expect(part).toEqual({ bytes: bytes.slice(65_530, 65_542), size: bytes.length })
    const end = await engine.call('evidence.bytes', { evidenceId, start: 199_999, length: 100 })
    expect(end.bytes).toEqual(bytes.slice(199_999))
    await expect(engine.call('evidence.bytes', { evidenceId, start: 200_001, length: 1 })).rejects.toMatchObject({
      code: 'evidence.no_such_part',
    })
  })

  it('are named where one of them was changed, and no file is written from them', async () => {
    const { evidenceId } = await attach('blob.bin', bytes, control())
    expect(await engine.call('evidence.verify', { engagementId })).toMatchObject({ damaged: [] })
    const folder = join(engine.storeFolder, 'evidence')
    for (const name of await readdir(folder)) await flip(join(folder, name), 70_000)
    const { damaged } = await engine.call('evidence.verify', { engagementId })
    expect(damaged).toContainEqual(expect.objectContaining({ evidenceId, name: 'blob.bin', code: 'blob.damaged' }))
    const out = join(engine.folder, 'out.bin') as FileRef
    await expect(engine.call('evidence.save', { evidenceId, file: out })).rejects.toMatchObject({
      code: 'blob.damaged',
    })
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

async function flip(path: string, place: number): Promise<void> {
  const handle = await open(path, 'r+')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, place)
  if (bytesRead === 1) await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, place)
  await handle.close()
}
