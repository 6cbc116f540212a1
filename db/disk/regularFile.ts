import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'
import { readFault, systemCode } from './diskFault.ts'
import { newRoom, type Room } from './streamRooms.ts'

const pieceBytes = 512 * 1024

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
 * The bytes of an opened file from `start`, in pieces of up to 512 KiB. Does not close the handle.
 * @param name shown where reading fails
 * @param room where each piece is used up before the next is asked for; else every piece may be kept
 */
export async function* readPieces(
  handle: FileHandle,
  name: string,
  { start = 0, signal, room = newRoom }: { start?: number; signal?: AbortSignal | undefined; room?: Room } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  // One byte more than is expected, so that the end of a small file is seen without a second large buffer.
  const { size } = await handle.stat()
  const length = Math.min(pieceBytes, Math.max(size - start, 0) + 1)
  let position = start
  let reading = readPiece(handle, name, position, room(length))
  try {
    for (;;) {
      signal?.throwIfAborted()
      // One piece after the other is the point.
      const piece = await reading
      if (piece.length === 0) return
      position += piece.length
      // The disk reads on while this piece is worked with.
      reading = readPiece(handle, name, position, room(length))
      yield piece
    }
  } finally {
    // Whoever stops early closes the handle next; a read must not be under way then.
    await reading.catch(() => undefined)
  }
}

function readPiece(handle: FileHandle, name: string, position: number, buffer: Buffer): Promise<Uint8Array> {
  const reading = handle.read(buffer, 0, buffer.length, position).then(
    ({ bytesRead }) => buffer.subarray(0, bytesRead),
    (error: unknown) => {
      throw readFault(error, name)
    },
  )
  // A failure is awaited later; until then it must not end the process.
  reading.catch(() => undefined)
  return reading
}
