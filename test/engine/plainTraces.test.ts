import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { contract, type MethodName } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { minimalParams } from './minimalParams.ts'
import { type OnePaperEach, openOnePaperEach } from './onePaperEach.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'
import { plainTraces } from './plainTraces.ts'

const marker = 'zanzibar-quetzal-7319'
let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const file = (name: string) => join(engine.folder, 'sources', name) as FileRef

describe('somebody who holds the disk', () => {
  it('finds a text in each of the forms that it may lie in', async () => {
    const folder = join(engine.folder, 'plain')
    await mkdir(folder)
    const bytes = Buffer.from(`before ${marker} after`)
    const forms: Record<string, Uint8Array> = {
      utf8: bytes,
      utf16: Buffer.from(bytes.toString(), 'utf16le'),
      base64: Buffer.from(bytes.toString('base64')),
      base64Later: Buffer.from(bytes.subarray(1).toString('base64')),
      base64Last: Buffer.from(bytes.subarray(2).toString('base64')),
      hex: Buffer.from(bytes.toString('hex')),
      gzip: gzipSync(bytes),
      zlibInside: Buffer.concat([Buffer.from('head'), deflateSync(bytes)]),
      zip: zipSync({ 'a.txt': bytes }),
    }
    for (const [name, form] of Object.entries(forms)) await writeFile(join(folder, name), form)
    const { found } = await plainTraces(folder, marker)
    expect(found.toSorted()).toEqual(Object.keys(forms).toSorted())
  })

  it('finds nothing of what was written through every feature, open or locked, nor in a backup', async () => {
    await writeEverywhere()
    const stores = engine.storeFolder
    const whileOpen = await plainTraces(stores, marker)
    expect(whileOpen.found).toEqual([])
    await engine.call('store.backup', {})
    await engine.call('store.rekey', { passphrase: testPassphrase })
    await engine.call('store.lock', {})
    const afterLock = await plainTraces(stores, marker)
    expect(afterLock.found).toEqual([])
    expect(afterLock.files).toBeGreaterThan(8)
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    expect((await engine.call('search.query', { text: marker })).hits.length).toBeGreaterThan(3)
  })
})

/** What closes the store or changes its keys: the test before does so. */
const notCalled = /^(store|practitioner)\.|\.(destroy|lock|rollForward)$/
/** Removing comes last, so that the others meet something that they can write to. */
const isLast = (method: string) => /\.(remove\w*|retire\w*|unlink|clear\w*|close|unlock)$/.test(method)

describe('a text that was given to every method', () => {
  it('is left on the disk in nothing but the files that were asked for', { timeout: 240_000 }, async () => {
    const work = await openOnePaperEach()
    onTestFinished(() => work.engine.close())
    const { folder, storeFolder, callFromWindow } = work.engine
    const [temporary, out] = [join(folder, 'temporary'), join(folder, 'out')]
    for (const path of [temporary, out]) await mkdir(path)
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    await noteOnCell(work)
    const list = join(folder, `${marker}.csv`)
    await writeFile(list, `id,day,ref,title,text\nT-1,2026-01-02,${marker},${marker},${marker}\n`)
    const methods = (Object.keys(contract) as MethodName[])
      .filter((method) => !notCalled.test(method))
      .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))
    const done = new Set<string>()
    for (const method of methods) {
      for (const whole of [true, false]) {
        const name = `${method} ${whole ? 'whole' : 'short'}`
        const place = /export|proof|print/i.test(method) ? join(out, name) : list
        const paths = { file: place, to: join(out, `${name} to`), folder: join(out, `folder of ${name}`) }
        const params = minimalParams(method, { ...work.papers, ...paths }, { words: marker, whole })
        // A text in the place of a path is none that was granted.
        const grants = Object.fromEntries(Object.values(paths).map((path) => [path, path]))
        const isDone = await callFromWindow(method, params, grants).then(
          () => true,
          () => false,
        )
        if (isDone) done.add(method)
      }
    }
    await work.engine.call('search.update', {})
    await work.engine.call('store.lock', {})
    // What is refused, of a third, asks for more than a text.
    expect(done.size).toBeGreaterThan((methods.length * 2) / 3)
    expect((await plainTraces(out, marker)).found).not.toEqual([])
    expect((await readdir(out, { recursive: true })).filter((name) => /\.part$|(^|\/)\./.test(name))).toEqual([])
    expect((await plainTraces(storeFolder, marker)).found).toEqual([])
    expect(await readdir(temporary)).toEqual([])
  })
})

/** A note beside a result, and a bundle that lies among the files of the store. */
async function noteOnCell({ engine: { call, storeFolder }, papers, engagementId }: OnePaperEach): Promise<void> {
  const { procedureId = '', sampleItemId = '' } = papers
  await call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: 'pass', note: marker })
  const { recipient } = await call('colleague.ownCard', {})
  const bundle = join(storeFolder, 'bundle.age') as FileRef
  await call('bundle.export', { engagementId, file: bundle, recipients: [recipient] })
}

/** A marker in a client, control, file and its name, packed files, rows, a request, a deviation, a note and what was not saved. */
async function writeEverywhere(): Promise<void> {
  const { call } = engine
  await mkdir(join(engine.folder, 'sources'))
  const { engagementId } = await call('engagement.create', {
    client: `Client ${marker}`,
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const { controlId } = await call('control.save', {
    engagementId,
    ref: 'CHG-01',
    title: `Title ${marker}`,
    description: `Two people approve ${marker}.`,
    criteria: ['CC8.1'],
    frequency: 'event',
    type: 'manual',
    nature: 'preventive',
  })
  const contents: Record<string, Uint8Array> = {
    [`${marker}.txt`]: Buffer.from(`plain ${marker}`),
    'packed.zip': zipSync({ 'a.txt': Buffer.from(`packed ${marker}`) }),
    'wide.txt': Buffer.from(`wide ${marker}`, 'utf16le'),
  }
  for (const [name, content] of Object.entries(contents)) {
    await writeFile(file(name), content)
    await call('evidence.attach', { target: { entity: 'control', id: controlId }, file: file(name) })
  }
  await writeFile(file('rows.csv'), `id,day,note\nT-1,2026-01-02,${marker}\nT-2,2026-01-03,${marker}\n`)
  await call('population.import', {
    engagementId,
    name: `Rows ${marker}`,
    file: file('rows.csv'),
    columns: { itemId: 'id', date: 'day' },
  })
  await call('deviation.save', { controlId, condition: `Condition ${marker}` })
  await call('note.open', { target: { entity: 'control', id: controlId }, text: `Note ${marker}` })
  await call('unsaved.keep', { sittingId: 'one', place: `#/${marker}`, fields: [{ label: marker, text: marker }] })
  await call('list.print', { list: 'controls', engagementId })
  await call('search.update', {})
}
