import path from 'node:path'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'

/** Bytes from outside that can be read again and again: a file on the disk, or what was pasted. */
export type ByteSource = {
  name: string
  /** Path of the file; `null` for what was pasted. */
  path: string | null
  /** @throws DomainError `file.not_regular`, `file.unreadable`, `disk.removed` */
  read: (signal?: AbortSignal) => AsyncIterable<Uint8Array>
}

/** @returns a file of the disk as it is read */
export function fileSource(file: string): ByteSource {
  async function* read(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const handle = await openRegularFile(file)
    try {
      yield* readPieces(handle, file, { signal })
    } finally {
      await handle.close()
    }
  }
  return { name: path.basename(file), path: file, read }
}

/** Name under which pasted text is kept. */
const pastedName = 'pasted.tsv'

/** @returns text that was pasted, as UTF-8 */
export function pastedSource(text: string): ByteSource {
  const bytes = Buffer.from(text, 'utf8')
  async function* read(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  return { name: pastedName, path: null, read }
}
