import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { rankOf, requireContentPath } from './bundlePaths.ts'
import { longestName, type ManifestFile } from './manifest.ts'
import { largestTarFile } from './tarLayout.ts'

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A file to be put into a bundle. It is opened once, or twice where size or hash are not known beforehand. */
export type BundleFile = {
  /** Where it lies in the bundle, see {@link bundlePath}. */
  path: string
  /** Its own name, kept as data. */
  name: string
  mediaType: string
  open: () => Bytes
  size?: number
  sha256?: string
}

/** A file whose entry in the manifest is known. */
export type ListedFile = ManifestFile & { open: () => Bytes }

/** What stops a long work, and what lets others be answered between two of its steps. */
export type Interruption = { signal?: AbortSignal | undefined; pause?: (() => Promise<void>) | undefined }

/**
 * Puts files into the order of a bundle and measures those whose size or hash is not given.
 * @param onBytes bytes read for that
 * @throws DomainError `bundle.invalid_content`
 */
export async function listFiles(
  contents: readonly BundleFile[],
  onBytes: (bytes: number) => void,
  { signal, pause }: Interruption,
): Promise<ListedFile[]> {
  const seen = new Set<string>()
  for (const { path } of contents) {
    requireContentPath(path)
    if (seen.has(path.toLowerCase()))
      throw new DomainError('bundle.invalid_content', { path, reason: 'it is there twice' })
    seen.add(path.toLowerCase())
  }
  const ordered = contents.toSorted((a, b) => rankOf(a.path) - rankOf(b.path))
  const listed: ListedFile[] = []
  for (const file of ordered) {
    // Files are read one after the other, so that memory stays small.
    listed.push(await measured(file, onBytes, { signal, pause }))
    await pause?.()
  }
  return listed
}

async function measured(
  file: BundleFile,
  onBytes: (bytes: number) => void,
  interruption: Interruption,
): Promise<ListedFile> {
  const { path, name, mediaType, open, size, sha256 } = file
  const known =
    size !== undefined && sha256 !== undefined ? { size, sha256 } : await measure(open(), onBytes, interruption)
  if (known.size > largestTarFile)
    throw new DomainError('bundle.invalid_content', { path, reason: 'it is larger than 8 GiB' })
  // Half a character has no canonical JSON; a disk may well hold such a name.
  return { path, name: name.slice(0, longestName).toWellFormed(), mediaType, open, ...known }
}

async function measure(
  content: Bytes,
  onBytes: (bytes: number) => void,
  { signal, pause }: Interruption,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    signal?.throwIfAborted()
    hash.update(piece)
    size += piece.length
    onBytes(piece.length)
    await pause?.()
  }
  return { size, sha256: hash.digest('hex') }
}

/** A small file that the bundle writes itself. */
export function ownFile(path: string, text: string | Uint8Array): ListedFile {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, name: path, mediaType: 'text/plain', size: bytes.length, sha256, open: () => [bytes] }
}
