import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromFdPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { readFault } from '../../../db/disk/diskFault.ts'
import { openRegularFile } from '../../../db/disk/regularFile.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { PackageEntry, PackageSource, RefusedEntry } from './packageEntry.ts'

/** A file that unpacks to more than this may not be so much larger than packed. */
const harmlessBytes = 10 * 1024 * 1024
const mostRatio = 1000

const longestPath = 1000
const [typeMask, linkType, fileType] = [0o170000, 0o120000, 0o100000]

/**
 * The files of a ZIP file, read from its directory; nothing is unpacked to the disk. A ZIP inside of it is a file like others.
 * @throws DomainError `package.not_a_package`, `package.protected`, `package.too_large`
 */
export async function openZip(file: string, mostFiles: number): Promise<PackageSource> {
  const handle = await openRegularFile(file)
  try {
    const zip = await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true, decodeStrings: false })
    if (zip.entryCount > 4 * mostFiles)
      throw new DomainError('package.too_large', { what: 'files', found: zip.entryCount, limit: mostFiles })
    const entries: PackageEntry[] = []
    const refused: RefusedEntry[] = []
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry)
      if (path.endsWith('/')) continue
      const reason = reasonAgainst(entry, path)
      if (reason !== null) refused.push({ path: path.slice(0, longestPath), reason })
      else entries.push({ path, size: entry.uncompressedSize, read: (signal) => unpacked(zip, entry, path, signal) })
      if (entries.length > mostFiles)
        throw new DomainError('package.too_large', { what: 'files', found: entries.length, limit: mostFiles })
    }
    return { form: 'zip', entries, refused, close: () => handle.close() }
  } catch (error) {
    await handle.close()
    const fault = readFault(error, file)
    throw fault instanceof DomainError
      ? fault
      : new DomainError('package.not_a_package', { reason: 'its list of files is cut, wrong or not there' })
  }
}

function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).toWellFormed()
}

/** @returns why a file is not taken, or `null`. @throws DomainError `package.protected`, `package.too_large` */
function reasonAgainst(entry: Entry, path: string): string | null {
  const { uncompressedSize, compressedSize, compressionMethod, externalFileAttributes } = entry
  if (entry.isEncrypted()) throw new DomainError('package.protected')
  if (uncompressedSize > harmlessBytes && uncompressedSize > mostRatio * compressedSize)
    throw new DomainError('package.too_large', {
      what: 'unpacked bytes of one file',
      found: uncompressedSize,
      limit: mostRatio * compressedSize,
    })
  const type = (externalFileAttributes >>> 16) & typeMask
  if (type === linkType) return 'it is a link'
  if (type !== 0 && type !== fileType) return 'it is not a file'
  if (path === '' || path.length > longestPath || path.includes('\0')) return 'its path is not one'
  if (validateFileName(path) !== null) return 'its path leads out of the package'
  return compressionMethod === 0 || compressionMethod === 8 ? null : 'it is packed in a way that is not read here'
}

/** The bytes of a file, counted and summed as they are unpacked: what the directory says is a claim. */
async function* unpacked(zip: ZipFile, entry: Entry, path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let sum = 0
  let bytes = 0
  try {
    for await (const piece of await stream(zip, entry)) {
      signal.throwIfAborted()
      const chunk = piece as Buffer
      sum = crc32(chunk, sum)
      bytes += chunk.length
      if (bytes > entry.uncompressedSize) break
      yield chunk
    }
  } catch (error) {
    signal.throwIfAborted()
    const fault = readFault(error, path)
    throw fault instanceof DomainError ? fault : damaged(path, 'it cannot be unpacked')
  }
  if (bytes !== entry.uncompressedSize) throw damaged(path, 'it has another length')
  if (sum !== entry.crc32) throw damaged(path, 'it has another checksum')
}

async function stream(zip: ZipFile, entry: Entry): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  return entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined)
}

const damaged = (path: string, reason: string) => new DomainError('package.damaged', { path, reason })
