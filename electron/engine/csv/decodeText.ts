import type { TextEncoding } from './textEncoding.ts'

type Pieces = AsyncIterable<Uint8Array>

/** The text of a file as UTF-8, without its byte order mark. The encoding was proven over the whole file before. */
export async function* utf8Pieces(
  pieces: Pieces,
  { encoding, byteOrderMark }: TextEncoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') yield* withoutMark(pieces, byteOrderMark)
  else yield* decoded(pieces, new TextDecoder(encoding))
}

async function* withoutMark(pieces: Pieces, byteOrderMark: boolean): AsyncGenerator<Uint8Array> {
  let first = byteOrderMark
  for await (const piece of pieces) {
    yield first ? piece.subarray(3) : piece
    first = false
  }
}

/** A decoder leaves the byte order mark out by itself. */
async function* decoded(pieces: Pieces, decoder: TextDecoder): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }), 'utf8')
  const rest = decoder.decode()
  if (rest !== '') yield Buffer.from(rest, 'utf8')
}

/** @returns the text of a file's beginning; a character that is cut at its end is of no account there */
export function decodeBeginning(bytes: Uint8Array, { encoding }: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}
