import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStream, sealedSize, sealStream, StreamFault } from '../../../db/sodium/chunkedStream.ts'

const chunk = 64 * 1024
const key = Buffer.alloc(32, 7)

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

async function faultOf(sealed: Uint8Array): Promise<string> {
  try {
    await collect(openStream([sealed], key))
    return 'none'
  } catch (error) {
    if (error instanceof StreamFault) return error.kind
    throw error
  }
}

/** Sizes at and beside the edges of chunks and of the batches of sixteen that are sealed at once. */
const edges = [
  0,
  1,
  15,
  16,
  17,
  chunk - 1,
  chunk,
  chunk + 1,
  2 * chunk,
  16 * chunk - 1,
  16 * chunk,
  16 * chunk + 1,
  33 * chunk + 5,
]

describe('a sealed stream', () => {
  it.each(edges)('gives %i bytes back unchanged, in its announced length', async (size) => {
    const plain = randomBytes(size)
    const sealed = await collect(sealStream(cut(plain, 70_001), key))
    expect(sealed.length).toBe(sealedSize(size))
    expect(await collect(openStream(cut(sealed, 65_537), key))).toEqual(plain)
  })

  it('does not depend on the pieces in which bytes arrive', async () => {
    const sizes = fc.integer({ min: 0, max: 3 * chunk })
    const piece = fc.integer({ min: 900, max: 3 * chunk })
    await fc.assert(
      fc.asyncProperty(sizes, piece, piece, async (size, written, read) => {
        const plain = Buffer.alloc(size, 'evidence ')
        const sealed = await collect(sealStream(cut(plain, written), key))
        expect(sealed).toEqual(await collect(sealStream([plain], key)))
        expect((await collect(openStream(cut(sealed, read), key))).equals(plain)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is refused with any one bit flipped, and releases nothing from the altered chunk on', async () => {
    const plain = randomBytes(2 * chunk + 100)
    const sealed = await collect(sealStream([plain], key))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
        const altered = Buffer.from(sealed)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const released: Uint8Array[] = []
        const reading = (async () => {
          for await (const piece of openStream([altered], key)) released.push(piece)
        })()
        await expect(reading).rejects.toMatchObject({ kind: 'altered' })
        const before = Math.floor((bit >> 3) / (chunk + 16)) * chunk
        expect(Buffer.concat(released)).toEqual(plain.subarray(0, before))
      }),
      { numRuns: 100 },
    )
  })

  it('is refused when it is cut anywhere near an edge', async () => {
    const sealed = await collect(sealStream([randomBytes(2 * chunk + 100)], key))
    const edge = chunk + 16
    for (const around of [0, edge, 2 * edge, sealed.length]) {
      for (let at = Math.max(0, around - 20); at < Math.min(sealed.length, around + 20); at += 1) {
        expect(await faultOf(sealed.subarray(0, at)), `cut at ${at}`).not.toBe('none')
      }
    }
    expect(await faultOf(sealed.subarray(0, edge))).toBe('cut')
    expect(await faultOf(sealed.subarray(0, 2 * edge))).toBe('cut')
  })

  it('names bytes after a last chunk that is full', async () => {
    const sealed = await collect(sealStream([randomBytes(2 * chunk)], key))
    expect(await faultOf(Buffer.concat([sealed, Buffer.from('more')]))).toBe('trailing')
  })

  it('is refused when two chunks change places or one is taken out', async () => {
    const sealed = await collect(sealStream([randomBytes(3 * chunk)], key))
    const at = (i: number) => sealed.subarray(i * (chunk + 16), (i + 1) * (chunk + 16))
    expect(await faultOf(Buffer.concat([at(1), at(0), at(2)]))).toBe('altered')
    expect(await faultOf(Buffer.concat([at(0), at(2)]))).toBe('altered')
  })

  it('does not open with another key', async () => {
    const sealed = await collect(sealStream([Buffer.from('payroll')], key))
    await expect(collect(openStream([sealed], Buffer.alloc(32, 8)))).rejects.toBeInstanceOf(StreamFault)
  })
})
