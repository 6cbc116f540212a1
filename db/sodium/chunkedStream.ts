import { chacha20Poly1305, tagBytes } from './aead.ts'
import { newRoom, type Room, StreamRooms } from '../disk/streamRooms.ts'

/**
 * STREAM as age v1 defines it (age-encryption.org/v1, "Payload"): chunks of 64 KiB, each sealed by ChaCha20-Poly1305 under a
 * nonce of an 11-byte big-endian counter and one byte that is 1 for the last chunk. Reorder, removal and cutting are noticed.
 * The key must be used for one text only.
 */
export const chunkBytes = 64 * 1024

/** A whole chunk as it is sealed. */
export const sealedChunkBytes = chunkBytes + tagBytes
/** Chunks that are sealed or opened between two waits: large writes are faster, and memory stays at a few MiB. */
const chunksPerBatch = 8

/** What {@link openStream} found: bits that are not authentic, an end that is missing, or bytes after the end. */
export type StreamFaultKind = 'altered' | 'cut' | 'trailing'

export class StreamFault extends Error {
  readonly kind: StreamFaultKind

  constructor(kind: StreamFaultKind) {
    super(`The sealed stream is ${kind}`)
    this.name = 'StreamFault'
    this.kind = kind
  }
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** @returns how many bytes a text of `plainBytes` takes when sealed */
export function sealedSize(plainBytes: number): number {
  return plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes))
}

/**
 * Seals a text of any length, also the empty one.
 * @param rooms where the caller uses up each piece before the next but one is made; else every piece may be kept
 */
export async function* sealStream(
  plain: Bytes,
  key: Uint8Array,
  { collected, made }: Pick<StreamRooms, 'collected' | 'made'> = new StreamRooms(newRoom),
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = new ChunkNonce()
  for await (const { bytes, last } of batches(plain, chunkBytes, collected)) {
    const chunks = Math.max(1, Math.ceil(bytes.length / chunkBytes))
    const out = made(bytes.length + chunks * tagBytes)
    for (let i = 0; i < chunks; i += 1) {
      const chunk = bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes)
      const sealed = out.subarray(i * sealedChunkBytes, i * sealedChunkBytes + chunk.length + tagBytes)
      chacha20Poly1305.seal(sealed, chunk, null, nonce.next(last && i === chunks - 1), key)
    }
    yield out
  }
}

/**
 * Opens a sealed stream. Each yielded piece is authentic, but that the text is whole is known only when the generator ends.
 * @param rooms as for {@link sealStream}
 * @throws StreamFault after everything that was authentic before it has been yielded
 */
export async function* openStream(
  sealed: Bytes,
  key: Uint8Array,
  { collected, made }: Pick<StreamRooms, 'collected' | 'made'> = new StreamRooms(newRoom),
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = new ChunkNonce()
  let first = true
  for await (const { bytes, last } of batches(sealed, sealedChunkBytes, collected)) {
    const chunks = Math.max(1, Math.ceil(bytes.length / sealedChunkBytes))
    const out = made(bytes.length)
    let opened = 0
    for (let i = 0; i < chunks; i += 1) {
      const chunk = bytes.subarray(i * sealedChunkBytes, (i + 1) * sealedChunkBytes)
      const { released, fault } = openChunk(out.subarray(opened), chunk, nonce, last && i === chunks - 1, key)
      opened += released
      // An empty last chunk is only the form of the empty text; anywhere else it would be a second encoding of the same text.
      const isSecondForm = released === 0 && !(first && i === 0)
      if (fault === null && !isSecondForm) continue
      if (opened > 0) yield out.subarray(0, opened)
      throw new StreamFault(fault ?? 'altered')
    }
    if (opened > 0) yield out.subarray(0, opened)
    first = false
  }
}

/** Opens one chunk of a stream under its place, into `plain`. @returns whether it is authentic there */
export function openChunkAt(
  sealed: Uint8Array,
  { number, isLast }: { number: number; isLast: boolean },
  key: Uint8Array,
  plain: Uint8Array,
): boolean {
  if (sealed.length !== plain.length + tagBytes) return false
  return chacha20Poly1305.open(plain, sealed, null, ChunkNonce.at(number, isLast), key)
}

/** @returns how many authentic bytes were written into `room`, and what is wrong with the stream from here on */
function openChunk(
  room: Uint8Array,
  chunk: Uint8Array,
  nonce: ChunkNonce,
  last: boolean,
  key: Uint8Array,
): { released: number; fault: StreamFaultKind | null } {
  if (chunk.length < tagBytes) return { released: 0, fault: 'cut' }
  const plain = room.subarray(0, chunk.length - tagBytes)
  if (chacha20Poly1305.open(plain, chunk, null, nonce.next(last), key)) return { released: plain.length, fault: null }
  // A whole chunk under the other flag is authentic too: the file was cut or continued at its edge, not altered.
  const whole = chunk.length === sealedChunkBytes
  if (!whole || !chacha20Poly1305.open(plain, chunk, null, nonce.current(!last), key))
    return { released: 0, fault: 'altered' }
  return { released: plain.length, fault: last ? 'cut' : 'trailing' }
}

/**
 * Collects pieces of any size into batches of whole chunks; holds the newest chunk back until it is known whether it is the last.
 * The first batch is one chunk, so that small texts, of which there are many, cost little memory.
 */
async function* batches(
  pieces: Bytes,
  size: number,
  room: Room,
): AsyncGenerator<{ bytes: Uint8Array; last: boolean }, void, undefined> {
  let held = room(size)
  let used = 0
  for await (const piece of pieces) {
    let taken = 0
    while (taken < piece.length) {
      if (used === held.length) {
        yield { bytes: held, last: false }
        if (held.length === size) held = room(size * chunksPerBatch)
        used = 0
      }
      const part = piece.subarray(taken, taken + held.length - used)
      held.set(part, used)
      used += part.length
      taken += part.length
    }
  }
  yield { bytes: held.subarray(0, used), last: true }
}

class ChunkNonce {
  static at(number: number, last: boolean): Uint8Array {
    const nonce = new ChunkNonce()
    nonce.#counter = number
    return nonce.current(last)
  }

  readonly #bytes = Buffer.alloc(chacha20Poly1305.nonceBytes)
  #counter = -1

  /** Nonce of the next chunk. */
  next(last: boolean): Uint8Array {
    this.#counter += 1
    return this.current(last)
  }

  /** Nonce of the chunk that {@link next} was asked for. Six bytes of counter are enough for 16 exbibytes. */
  current(last: boolean): Uint8Array {
    this.#bytes.writeUIntBE(this.#counter, 5, 6)
    this.#bytes[11] = last ? 1 : 0
    return this.#bytes
  }
}
