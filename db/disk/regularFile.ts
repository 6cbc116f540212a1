import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'
import { readFault, systemCode } from './diskFault.ts'

const pieceBytes = 1024 * 1024

// Windows has neither flag; there the check of the opened handle alone decides.
const followNoLink = constants.O_NOFOLLOW ?? 0
const waitForNobody = constants.O_NONBLOCK ?? 0

/**
 * Opens a plain file for reading. A pipe, a device, a folder or a link is refused before a byte is read; a pipe without a
 * writer does not hang.
 * @throws DomainError `file.not_regular`, `file.unreadable`, `disk.removed`
 */
export async function openRegularFile(file: string): Promise<FileHandle> {
  let handle: FileHandle
  try {
    handle = await open(file, constants.O_RDONLY | followNoLink | waitForNobody)
  } catch (error) {
    if (systemCode(error) === 'ELOOP') throw new DomainError('file.not_regular', { name: path.basename(file) })
    throw readFault(error, file)
  }
  const isFile = await handle.stat().then(
    (stat) => stat.isFile(),
    () => false,
  )
  if (isFile) return handle
  await handle.close()
  throw new DomainError('file.not_regular', { name: path.basename(file) })
}

/**
 * The bytes of an opened file from `start`, in pieces of up to 1 MiB. Does not close the handle.
 * @param name shown where reading fails
 */
export async function* readPieces(
  handle: FileHandle,
  name: string,
  { start = 0, signal }: { start?: number; signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = start
  // One byte more than is expected, so that the end of a small file is seen without a second large buffer.
  const { size } = await handle.stat()
  const length = Math.min(pieceBytes, Math.max(size - start, 0) + 1)
  for (;;) {
    signal?.throwIfAborted()
    // A new buffer each time: whoever receives a piece may keep it.
    const buffer = Buffer.allocUnsafeSlow(length)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other is the point
    const { bytesRead } = await handle.read(buffer, 0, length, position).catch((error: unknown) => {
      throw readFault(error, name)
    })
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
