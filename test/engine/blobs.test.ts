import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoredBlob } from '../../db/blobs/blobFile.ts'
import { adoptBlobs, discardBlobs, sweepBlobs } from '../../db/blobs/blobFolder.ts'
import { blobPieces } from '../../db/blobs/blobPieces.ts'
import { openBlob, verifyBlob } from '../../db/blobs/openBlob.ts'
import { putBlob } from '../../db/blobs/putBlob.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tickmark-blobs-'))
  folder = join(root, 'evidence')
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const put = (source: Parameters<typeof putBlob>[0]['source'], change: Partial<Parameters<typeof putBlob>[0]> = {}) =>
  putBlob({ folder, source, random: randomBytes, ...change })

async function bytesOf(blob: StoredBlob): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of openBlob(folder, blob)) parts.push(piece)
  return Buffer.concat(parts)
}

const refused = expect.objectContaining({ code: 'blob.damaged' })

function readAtOnce(blob: StoredBlob): Buffer {
  const parts: Uint8Array[] = []
  for (const piece of blobPieces(folder, blob)) parts.push(Buffer.from(piece))
  return Buffer.concat(parts)
}

function* pieces(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

function* endless(): Generator<Uint8Array> {
  for (;;) yield randomBytes(100_000)
}

describe('an evidence file in the store', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 1_048_576, 2_500_000])(
    'of %i bytes is given back as it was received',
    async (size) => {
      const plain = randomBytes(size)
      const file = join(root, 'received.pdf')
      writeFileSync(file, plain)
      const fromFile = await put({ file })
      const fromBytes = await put(pieces(plain, 10_007))
      expect(fromFile.sha256).toBe(createHash('sha256').update(plain).digest('hex'))
      for (const blob of [fromFile, fromBytes]) {
        expect(blob).toMatchObject({ size, sha256: fromFile.sha256 })
        expect((await bytesOf(blob)).equals(plain)).toBe(true)
      }
    },
  )

  it('cannot be read or recognised on the disk, and two equal ones differ', async () => {
    const plain = Buffer.from('payroll of Nordlys, March 2025')
    const [one, two] = [await put([plain]), await put([plain])]
    const [first, second] = [one, two].map(({ storedName }) => readFileSync(join(folder, storedName)))
    expect(first?.includes('payroll')).toBe(false)
    expect(first?.equals(second ?? plain)).toBe(false)
    for (const { storedName, sha256 } of [one, two]) {
      expect(storedName).toMatch(/^[0-9a-f]{32}$/)
      expect(sha256.includes(storedName)).toBe(false)
      expect(statSync(join(folder, storedName)).mode & 0o777).toBe(0o600)
    }
  })

  it('is refused with any byte of its file changed, cut or added', async () => {
    const blob = await put([Buffer.from('access review of Q3')])
    const file = join(folder, blob.storedName)
    const whole = readFileSync(file)
    const damaged = { code: 'blob.damaged', details: { storedName: blob.storedName } }
    for (let at = 0; at < whole.length; at += 1) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 0x20
      writeFileSync(file, altered)
      await expect(verifyBlob(folder, blob), `byte ${at}`).rejects.toMatchObject(damaged)
      writeFileSync(file, whole.subarray(0, at))
      await expect(verifyBlob(folder, blob), `cut at ${at}`).rejects.toMatchObject(damaged)
    }
    writeFileSync(file, whole)
    appendFileSync(file, 'x')
    await expect(verifyBlob(folder, blob)).rejects.toMatchObject(damaged)
  })

  it('of several chunks gives out only what is authentic, and never ends well when its end is missing', async () => {
    const plain = randomBytes(3_000_000)
    const blob = await put([plain])
    truncateSync(join(folder, blob.storedName), 16 + 20 * (65_536 + 16))
    const released: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of openBlob(folder, blob)) released.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'blob.damaged', details: { fault: 'cut' } })
    expect(Buffer.concat(released).equals(plain.subarray(0, 20 * 65_536))).toBe(true)
  })

  it.each([0, 1, 65_536, 524_288, 524_289, 2_500_000])(
    'of %i bytes is read at once as it was received, and refused when a byte is changed or its size differs',
    async (size) => {
      const plain = randomBytes(size)
      const blob = await put([plain])
      expect(readAtOnce(blob).equals(plain)).toBe(true)
      expect(() => readAtOnce({ ...blob, size: size + 1 })).toThrow(refused)
      const file = join(folder, blob.storedName)
      const sealed = readFileSync(file)
      for (const at of [3, 16, sealed.length - 1]) {
        const altered = Buffer.from(sealed)
        altered[at] = (altered[at] ?? 0) ^ 1
        writeFileSync(file, altered)
        expect(() => readAtOnce(blob), `byte ${at}`).toThrow(refused)
      }
      rmSync(file)
      expect(() => readAtOnce(blob)).toThrow(expect.objectContaining({ code: 'blob.missing' }))
    },
  )

  it('put in place of another one is refused, as is one of another size or hash', async () => {
    const [one, two] = [await put([Buffer.from('one')]), await put([Buffer.from('two')])]
    writeFileSync(join(folder, one.storedName), readFileSync(join(folder, two.storedName)))
    await expect(verifyBlob(folder, one)).rejects.toMatchObject({ code: 'blob.damaged' })
    await expect(verifyBlob(folder, { ...two, sha256: one.sha256 })).rejects.toMatchObject({ code: 'blob.damaged' })
    await expect(verifyBlob(folder, { ...two, size: 4 })).rejects.toMatchObject({ code: 'blob.damaged' })
  })

  it('that is gone, or whose name is a path, is missing', async () => {
    const blob = await put([Buffer.from('x')])
    await discardBlobs(folder, [blob.storedName])
    await expect(verifyBlob(folder, blob)).rejects.toMatchObject({ code: 'blob.missing' })
    writeFileSync(join(root, 'secret'), 'x')
    await expect(verifyBlob(folder, { ...blob, storedName: '../secret' })).rejects.toMatchObject({
      code: 'blob.missing',
    })
  })
})

describe('keeping a file as evidence', () => {
  it('refuses what is not a plain file, at once and leaving nothing', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')])
    mkdirSync(join(root, 'folder'))
    writeFileSync(join(root, 'real'), 'x')
    symlinkSync(join(root, 'real'), join(root, 'link'))
    for (const file of [join(root, 'pipe'), join(root, 'folder'), join(root, 'link'), '/dev/zero']) {
      await expect(put({ file }), file).rejects.toMatchObject({ code: 'file.not_regular' })
    }
    await expect(put({ file: join(root, 'absent') })).rejects.toMatchObject({ code: 'file.unreadable' })
    expect(existsSync(folder)).toBe(false)
  })

  it('refuses a file that changes while it is read', async () => {
    const file = join(root, 'growing.log')
    writeFileSync(file, randomBytes(2_500_000))
    let grown = false
    const onProgress = () => {
      if (grown) return
      grown = true
      appendFileSync(file, 'one more line')
    }
    await expect(put({ file }, { onProgress })).rejects.toMatchObject({ code: 'blob.changed_while_reading' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('that is too large, fails or is cancelled leaves nothing', async () => {
    await expect(put(endless(), { limit: 5_000_000 })).rejects.toMatchObject({ code: 'file.too_large' })
    const cancel = new AbortController()
    const onProgress = (bytes: number) => {
      if (bytes > 3_000_000) cancel.abort(new Error('cancelled by the auditor'))
    }
    await expect(put(endless(), { signal: cancel.signal, onProgress })).rejects.toThrow('cancelled by the auditor')
    expect(readdirSync(folder)).toEqual([])
  })

  it('of a large file is written beside other work: whole, with progress, cancelled or refused without a trace', async () => {
    const file = join(root, 'large.bin')
    const bytes = randomBytes(20_000_001)
    writeFileSync(file, bytes)
    const progress: number[] = []
    const blob = await put({ file }, { onProgress: (read) => void progress.push(read) })
    expect(blob.sha256).toBe(execFileSync('sha256sum', [file]).toString().slice(0, 64))
    expect((await bytesOf(blob)).equals(bytes)).toBe(true)
    expect(progress.at(-1)).toBe(bytes.length)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))

    const cancel = new AbortController()
    const onProgress = () => cancel.abort(new Error('cancelled by the auditor'))
    await expect(put({ file }, { signal: cancel.signal, onProgress })).rejects.toThrow('cancelled by the auditor')
    await expect(put({ file }, { signal: cancel.signal })).rejects.toThrow('cancelled by the auditor')
    await expect(put({ file }, { limit: 5_000_000 })).rejects.toMatchObject({
      code: 'file.too_large',
      details: { limit: '5000000 bytes' },
    })
    expect(readdirSync(folder)).toEqual([blob.storedName])
  })

  it('after a crash is cleaned up: parts and files without a row go, everything else stays', async () => {
    const [kept, orphan] = [await put([Buffer.from('kept')]), await put([Buffer.from('orphan')])]
    writeFileSync(join(folder, `${'a'.repeat(32)}.part`), 'half')
    writeFileSync(join(folder, 'notes.txt'), 'not ours')
    const removed = await sweepBlobs(folder, (name) => name === kept.storedName)
    expect(removed.toSorted()).toEqual([orphan.storedName, `${'a'.repeat(32)}.part`].toSorted())
    expect(readdirSync(folder).toSorted()).toEqual([kept.storedName, 'notes.txt'].toSorted())
    expect(await sweepBlobs(join(root, 'none'), () => true)).toEqual([])
  })

  it('moves staged files into the store as they are', async () => {
    const staging = join(root, 'staging')
    const blob = await put([Buffer.from('imported')], { folder: staging })
    await adoptBlobs(staging, folder, [blob.storedName])
    expect(readdirSync(staging)).toEqual([])
    expect((await bytesOf(blob)).toString()).toBe('imported')
  })
})
