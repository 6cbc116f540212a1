import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { readFault } from '../../../db/disk/diskFault.ts'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'
import { DomainError, type ErrorAnswer } from '../../../shared/errors/domainError.ts'
import { fixedPaths } from './bundlePaths.ts'
import { type BundleLimits, requireWithin, usualLimits } from './limits.ts'
import { readManifest } from './manifest.ts'
import { signerOf } from './openBundle.ts'
import { verifySsh } from './sshSignature.ts'
import { type BundleFindings, type BundleJournal, findings, hashed, isKept } from './verifyBundle.ts'

type Verification<T> = {
  folder: string
  limits?: Partial<BundleLimits>
  onProgress?: (progress: { done: number; total: number }) => void
  signal?: AbortSignal
  onJournal: (content: BundleJournal) => T | Promise<T>
}

/**
 * Verifies a bundle that age and tar unpacked into a folder: signature, list, and every file, as {@link verifyBundle} does. Links
 * in it are refused; nothing is written.
 * @throws DomainError `bundle.not_a_bundle`, `bundle.signature_invalid`, those of {@link readManifest} and of reading files
 */
export async function verifyFolder<T>({
  folder,
  limits: given,
  onProgress,
  signal,
  onJournal,
}: Verification<T>): Promise<BundleFindings<T>> {
  const limits = { ...usualLimits, ...given }
  const text = await bytesOf(folder, fixedPaths.manifest, limits.manifestBytes)
  const signer = signerOf(
    verifySsh('tickmark-bundle', text, await bytesOf(folder, fixedPaths.signature, limits.manifestBytes)),
  )
  const manifest = readManifest(text, signer.publicKey)
  requireWithin(manifest, limits)
  const kept = new Map<string, Buffer>()
  const problems: ErrorAnswer[] = []
  const total = manifest.files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const counted = (bytes: number) => onProgress?.({ done: (done += bytes), total })
  const [missing, differing]: [string[], string[]] = [[], []]
  for (const file of manifest.files) {
    // Files are read one after the other, so that memory stays small.
    const found = await hashed(
      pieces(join(folder, file.path), counted, signal),
      isKept(file, limits.memoryBytes),
    ).catch((error: unknown) => {
      if (isAbsent(error)) return null
      throw error
    })
    if (found === null) missing.push(file.path)
    else if (found.sha256 !== file.sha256) differing.push(file.path)
    else if (found.bytes !== null) kept.set(file.path, found.bytes)
  }
  const listed = new Set<string>([fixedPaths.manifest, fixedPaths.signature, ...manifest.files.map(({ path }) => path)])
  const others = (await pathsIn(folder)).filter((path) => !listed.has(path))
  if (missing.length > 0) problems.push(problem('bundle.file_missing', missing))
  if (differing.length > 0) problems.push(problem('bundle.hash_differs', differing))
  for (const path of others.slice(0, 20)) problems.push(new DomainError('bundle.file_not_listed', { path }).toAnswer())
  return findings({ manifest, signer }, problems, kept, onJournal)
}

function problem(code: 'bundle.file_missing' | 'bundle.hash_differs', paths: readonly string[]): ErrorAnswer {
  return new DomainError(code, { paths: paths.slice(0, 20).join(', '), count: paths.length }).toAnswer()
}

async function* pieces(
  file: string,
  counted: (bytes: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const handle = await openRegularFile(file)
  try {
    for await (const piece of readPieces(handle, file, { signal })) {
      counted(piece.length)
      yield piece
    }
  } finally {
    await handle.close()
  }
}

/** @throws DomainError `bundle.not_a_bundle` where the folder has no such file, `bundle.too_large` */
async function bytesOf(folder: string, path: string, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of pieces(join(folder, path), () => undefined, undefined)) {
      if ((length += piece.length) > limit)
        throw new DomainError('bundle.too_large', { what: path, found: length, limit })
      parts.push(piece)
    }
  } catch (error) {
    throw isAbsent(error) ? new DomainError('bundle.not_a_bundle', { name: `without ${path}` }) : error
  }
  return Buffer.concat(parts)
}

function isAbsent(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'file.unreadable' && error.details['reason'] === 'ENOENT'
}

/** Every file below a folder, and whatever else is not a folder, by its path with `/`. */
async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    throw readFault(error, folder)
  })
  return found
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll('\\', '/'))
    .toSorted()
}
