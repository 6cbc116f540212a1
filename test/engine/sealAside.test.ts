import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openAgeHeader, writeAgeHeader } from '../../electron/engine/bundle/ageHeader.ts'
import { openPayload } from '../../electron/engine/bundle/agePayload.ts'
import { ByteReader } from '../../electron/engine/bundle/byteReader.ts'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import { sealAside } from '../../electron/engine/bundle/sealAside.ts'
import { openRegularFile, readPieces } from '../../db/disk/regularFile.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'tickmark-seal-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  // Overwritten like the pieces of a store, so that whatever is kept too long shows.
  const room = Buffer.alloc(size)
  for (let start = 0; start < bytes.length; start += size) {
    const part = bytes.subarray(start, start + size)
    part.copy(room)
    yield room.subarray(0, part.length)
  }
}

it.each([0, 1, 524_288, 5_000_000])('%i bytes that a thread seals are opened as they were', async (size) => {
  const file = join(await folder(), 'bundle.tickmark')
  const { identity, recipient } = await newIdentity()
  const plain = randomBytes(size)
  const work = { file, ...(await writeAgeHeader({ recipients: [recipient] })) }
  const { bytes } = await sealAside(work, inPieces(plain, 70_001))
  expect(work.fileKey.every((byte) => byte === 0)).toBe(true)
  const handle = await openRegularFile(file)
  onTestFinished(() => handle.close())
  const sealed = new ByteReader(readPieces(handle, file))
  const fileKey = await openAgeHeader(sealed, 'bundle', { identities: [identity] })
  const parts: Uint8Array[] = []
  for await (const piece of openPayload(sealed, fileKey)) parts.push(Buffer.from(piece))
  expect(Buffer.concat(parts).equals(plain)).toBe(true)
  expect([sealed.taken, (await handle.stat()).size]).toEqual([bytes, bytes])
})

it('what fails while a thread seals it, or has no place on the disk, leaves nothing', async () => {
  const place = await folder()
  const { recipient } = await newIdentity()
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield* inPieces(randomBytes(3_000_000), 100_000)
    throw new RangeError('The list changed')
  }
  const header = () => writeAgeHeader({ recipients: [recipient] })
  const file = join(place, 'bundle.tickmark')
  await expect(sealAside({ file, ...(await header()) }, failing())).rejects.toThrow('The list changed')
  const nowhere = join(place, 'gone', 'bundle.tickmark')
  await expect(
    sealAside({ file: nowhere, ...(await header()) }, inPieces(randomBytes(5_000_000), 100_000)),
  ).rejects.toMatchObject({ code: 'file.unwritable', details: { reason: 'ENOENT' } })
  expect(await readdir(place)).toEqual([])
})
