import { createHash } from 'node:crypto'
import { DomainError, type ErrorAnswer } from '../../../shared/errors/domainError.ts'
import { fixedPaths } from './bundlePaths.ts'
import { usualLimits } from './limits.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { readContents, type OpenBundle, type Signer } from './openBundle.ts'

/** Journal and state of a bundle, for whoever checks chain and fold; `null` where the bundle has none. */
export type BundleJournal = { manifest: Manifest; journal: Buffer | null; state: Buffer | null }

export type BundleFindings<T> = {
  /** Whether the bundle is what its maker signed, to the last byte. Says nothing about who the maker is. */
  valid: boolean
  manifest: Manifest
  signer: Signer
  files: number
  /** Plain bytes of all files together. */
  bytes: number
  /** What is wrong with the content, each with its code: `bundle.hash_differs`, `bundle.file_missing`, … */
  problems: ErrorAnswer[]
  /** What `onJournal` said; `null` where the content was not valid, so that it was not asked. */
  journal: T | null
}

const contentProblems: ReadonlySet<string> = new Set([
  'bundle.hash_differs',
  'bundle.file_missing',
  'bundle.file_not_listed',
  'bundle.refused_entry',
])

/**
 * Verifies a bundle without a store and without writing anything: hashes run along, journal and state are held in memory.
 * A bundle whose content disagrees with its signed list is a finding; one that cannot be opened, is damaged or is not signed is
 * an error, since nothing in it can be believed.
 * @param onJournal checks chain and fold, called when everything else is verified
 * @throws DomainError as {@link readContents}, except those of the content
 */
export async function verifyBundle<T>(
  bundle: OpenBundle & { onJournal: (content: BundleJournal) => T | Promise<T> },
): Promise<BundleFindings<T>> {
  const limit = bundle.limits?.memoryBytes ?? usualLimits.memoryBytes
  const kept = new Map<string, Buffer>()
  let begun: { manifest: Manifest; signer: Signer } | null = null
  const problems: ErrorAnswer[] = []
  try {
    await readContents(bundle, {
      begin: (manifest, signer) => {
        begun = { manifest, signer }
      },
      receive: async (listing, content) => {
        const { sha256, bytes } = await hashed(content, isKept(listing, limit))
        if (bytes !== null) kept.set(listing.path, bytes)
        return sha256
      },
    })
  } catch (error) {
    if (!(error instanceof DomainError) || !contentProblems.has(error.code)) throw error
    problems.push(error.toAnswer())
    if (begun === null) throw error
  }
  return await findings(begun, problems, kept, bundle.onJournal)
}

/** What was found, and what `onJournal` says where all of the content is what was signed. */
export async function findings<T>(
  begun: { manifest: Manifest; signer: Signer } | null,
  problems: ErrorAnswer[],
  kept: ReadonlyMap<string, Buffer>,
  onJournal: (content: BundleJournal) => T | Promise<T>,
): Promise<BundleFindings<T>> {
  if (begun === null) throw new TypeError('A bundle was read without its manifest')
  const { manifest, signer } = begun
  const valid = problems.length === 0
  const content = { manifest, journal: kept.get(fixedPaths.journal) ?? null, state: kept.get(fixedPaths.state) ?? null }
  return {
    valid,
    manifest,
    signer,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
    problems,
    journal: valid ? await onJournal(content) : null,
  }
}

/** Whether journal or state, which are held in memory. @throws DomainError `bundle.too_large` */
export function isKept({ path, size }: ManifestFile, limit: number): boolean {
  if (path !== fixedPaths.journal && path !== fixedPaths.state) return false
  if (size > limit) throw new DomainError('bundle.too_large', { what: path, found: size, limit })
  return true
}

/** @returns the SHA-256 of what was read, and the bytes where they are to be kept */
export async function hashed(
  content: AsyncIterable<Uint8Array>,
  keep: boolean,
): Promise<{ sha256: string; bytes: Buffer | null }> {
  const hash = createHash('sha256')
  const parts: Uint8Array[] = []
  for await (const piece of content) {
    hash.update(piece)
    if (keep) parts.push(Buffer.from(piece))
  }
  return { sha256: hash.digest('hex'), bytes: keep ? Buffer.concat(parts) : null }
}
