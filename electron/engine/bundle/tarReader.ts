import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ByteReader } from './byteReader.ts'
import {
  blockBytes,
  claimsOf,
  endOfArchive,
  paddingOf,
  tarHeader,
  type ClaimedEntry,
  type TarEntry,
} from './tarLayout.ts'

const typeNames: Readonly<Record<string, string>> = {
  '1': 'a link',
  '2': 'a link',
  '3': 'a device',
  '4': 'a device',
  '5': 'a folder',
  '6': 'a pipe',
}

/**
 * Reads the first files of an archive, before any list says what is in it.
 * @returns the content and the time in the header, which the manifest has to confirm
 * @throws DomainError `bundle.refused_entry`, `bundle.too_large`, `bundle.incomplete`
 */
export async function readLeadFile(
  reader: ByteReader,
  path: string,
  limit: number,
): Promise<{ content: Buffer; modified: number }> {
  const header = await exactly(reader, blockBytes)
  const claims = claimsOf(header)
  if (claims === null || claims.path !== path) refuse(claims?.path ?? path, `${path} has to come first`)
  const { size, modified } = claims
  if (!isCount(size) || !isCount(modified) || !header.equals(tarHeader({ path, size }, modified))) refuseForm(claims)
  if (size > limit) throw new DomainError('bundle.too_large', { what: path, found: size, limit })
  const content = await exactly(reader, size)
  await readPadding(reader, { path, size })
  return { content, modified }
}

/**
 * Reads the header of the file that has to come next.
 * @param listed every path that may occur
 * @param left paths that have not come yet, the expected one first
 * @throws DomainError `bundle.refused_entry`, `bundle.file_not_listed`, `bundle.file_missing`, `bundle.incomplete`
 */
export async function readHeader(
  reader: ByteReader,
  expected: TarEntry,
  modified: number,
  { listed, left }: { listed: ReadonlySet<string>; left: readonly string[] },
): Promise<void> {
  const header = await exactly(reader, blockBytes)
  if (header.equals(tarHeader(expected, modified))) return
  const claims = claimsOf(header)
  if (claims === null) throw missing(left)
  const { path, size } = claims
  if (claims.type !== '0') refuseForm(claims)
  if (!listed.has(path)) throw new DomainError('bundle.file_not_listed', { path })
  if (path !== expected.path) {
    const at = left.indexOf(path)
    if (at === -1) refuse(path, 'it occurs twice')
    throw missing(left.slice(0, at))
  }
  refuse(path, size === expected.size ? 'its header is not in the one valid form' : 'its size is not the listed one')
}

/** Reads the zeros that fill a file up to whole blocks. */
export async function readPadding(reader: ByteReader, { path, size }: TarEntry): Promise<void> {
  const padding = await exactly(reader, paddingOf(size))
  if (padding.some((byte) => byte !== 0)) refuse(path, 'something is hidden behind it')
}

/** Reads the end of the archive and that nothing follows; by then the last sealed chunk is verified too. */
export async function readEnd(reader: ByteReader, listed: ReadonlySet<string>): Promise<void> {
  const block = await exactly(reader, blockBytes)
  const claims = claimsOf(block)
  if (claims !== null) {
    if (claims.type !== '0') refuseForm(claims)
    if (listed.has(claims.path)) refuse(claims.path, 'it occurs twice')
    throw new DomainError('bundle.file_not_listed', { path: claims.path })
  }
  const rest = await reader.take(blockBytes)
  if (rest.length < endOfArchive.length - blockBytes) throw new DomainError('bundle.incomplete', { part: 'archive' })
  const more = await reader.take(1)
  if (more.length > 0 || rest.some((byte) => byte !== 0))
    throw new DomainError('bundle.trailing_data', { part: 'archive' })
}

async function exactly(reader: ByteReader, length: number): Promise<Buffer> {
  const bytes = await reader.take(length)
  if (bytes.length < length) throw new DomainError('bundle.incomplete', { part: 'archive' })
  return bytes
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function missing(paths: readonly string[]): DomainError {
  return new DomainError('bundle.file_missing', { paths: paths.slice(0, 20).join(', '), count: paths.length })
}

function refuseForm({ path, type }: ClaimedEntry): never {
  const what = typeNames[type]
  refuse(path, what === undefined ? 'its header is not in the one valid form' : `it is ${what}`)
}

function refuse(path: string, reason: string): never {
  throw new DomainError('bundle.refused_entry', { path, reason })
}
