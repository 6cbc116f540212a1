import { hkdfSync, randomBytes } from 'node:crypto'
import { openStream, sealedSize, sealStream, StreamFault } from '../../../db/sodium/chunkedStream.ts'
import { StreamRooms } from '../../../db/disk/streamRooms.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ByteReader } from './byteReader.ts'

/** The payload of age v1: a nonce of 16 bytes, then the sealed stream under a key derived from file key and nonce. */
const nonceBytes = 16

/** @returns how many bytes the payload of a text of `plainBytes` takes */
export function payloadSize(plainBytes: number): number {
  return nonceBytes + sealedSize(plainBytes)
}

/**
 * Seals a text under a file key that is used for nothing else; the file key is wiped. Each piece is to be used up before the next
 * but one is asked for.
 */
export async function* sealPayload(
  plain: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = randomBytes(nonceBytes)
  const key = payloadKey(fileKey, nonce)
  try {
    yield nonce
    yield* sealStream(plain, key, new StreamRooms())
  } finally {
    wipe(key)
  }
}

/**
 * Opens the payload that follows a header; the file key is wiped. Pieces are to be used up as those of {@link sealPayload}.
 * @throws DomainError `bundle.damaged`, `bundle.incomplete`, `bundle.trailing_data` after everything authentic was yielded
 */
export async function* openPayload(
  reader: ByteReader,
  fileKey: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = await reader.take(nonceBytes)
  const key = payloadKey(fileKey, nonce)
  try {
    if (nonce.length < nonceBytes) throw new DomainError('bundle.incomplete', { part: 'header' })
    yield* openStream(reader.rest(), key, new StreamRooms())
  } catch (error) {
    throw error instanceof StreamFault ? payloadFault(error) : error
  } finally {
    wipe(key)
  }
}

function payloadFault({ kind }: StreamFault): DomainError {
  if (kind === 'cut') return new DomainError('bundle.incomplete', { part: 'payload' })
  if (kind === 'trailing') return new DomainError('bundle.trailing_data', { part: 'payload' })
  return new DomainError('bundle.damaged', { part: 'payload' })
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  wipe(fileKey)
  return key
}
