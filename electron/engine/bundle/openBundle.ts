import path from 'node:path'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'
import { inTurns } from '../../../db/disk/streamRooms.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { openAgeHeader, type Unlock } from './ageHeader.ts'
import { openPayload, payloadSize } from './agePayload.ts'
import { ByteReader } from './byteReader.ts'
import { fixedPaths } from './bundlePaths.ts'
import { requireWithin, usualLimits, type BundleLimits } from './limits.ts'
import { readManifest, type Manifest, type ManifestFile } from './manifest.ts'
import { keyFingerprint, keyWords } from './sshPublicKey.ts'
import { verifySsh } from './sshSignature.ts'
import { readEnd, readHeader, readLeadFile, readPadding } from './tarReader.ts'
import { tarSize, tarTime } from './tarLayout.ts'
import type { BundleProgress } from './writeBundle.ts'

const longestSignature = 4096

/** Whose key signed. Whether it is known, expired or the one that this name had before is for the caller to say. */
export type Signer = { publicKey: string; fingerprint: string; words: string }

export type OpenBundle = {
  file: string
  unlock: Unlock
  limits?: Partial<BundleLimits>
  onProgress?: ((progress: BundleProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** What takes the content as it comes. Nothing of it may be believed before {@link readContents} has returned. */
export type Receiver = {
  /** Told once the signature is verified, before any file. */
  begin?: (manifest: Manifest, signer: Signer) => void
  /** Takes a file to its end; a piece is overwritten when the next but one is read. @returns the SHA-256 of what it took, in lower-case hex */
  receive: (file: ManifestFile, content: AsyncIterable<Uint8Array>) => Promise<string>
}

/**
 * Reads a bundle from its first byte to its last: every chunk is authentic, the manifest is signed and in its one form, every
 * file is the listed one, and nothing follows.
 * @throws DomainError those of {@link openAgeHeader} and of a payload; `bundle.signature_invalid`, `bundle.unknown_format`,
 *   `bundle.newer_version`, `bundle.invalid_manifest`, `bundle.too_large`, `bundle.refused_entry`, `bundle.file_not_listed`,
 *   `bundle.file_missing`, `bundle.hash_differs`, `file.not_regular`, `file.unreadable`, `disk.removed`
 */
export async function readContents(
  { file, unlock, limits: given, onProgress, signal }: OpenBundle,
  receiver: Receiver,
): Promise<{ manifest: Manifest; signer: Signer }> {
  const limits = { ...usualLimits, ...given }
  const name = path.basename(file)
  const handle = await openRegularFile(file)
  try {
    const { size: total } = await handle.stat()
    const sealed = new ByteReader(readPieces(handle, file, { signal, room: inTurns(2) }))
    const fileKey = await openAgeHeader(sealed, name, unlock)
    const headerBytes = sealed.taken
    const plain = new ByteReader(openPayload(sealed, fileKey))
    let expected = total
    try {
      const { manifest, signer, leadSizes } = await readLead(plain, limits)
      expected = headerBytes + payloadSize(tarSize([...leadSizes, ...manifest.files]))
      receiver.begin?.(manifest, signer)
      await readFiles(plain, manifest, receiver, () => onProgress?.({ phase: 'read', done: sealed.taken, total }))
      return { manifest, signer }
    } catch (error) {
      throw nameBySize(error, total - expected)
    } finally {
      await plain.close()
    }
  } finally {
    await handle.close()
  }
}

async function readLead(
  plain: ByteReader,
  limits: BundleLimits,
): Promise<{ manifest: Manifest; signer: Signer; leadSizes: { size: number }[] }> {
  const list = await readLeadFile(plain, fixedPaths.manifest, limits.manifestBytes)
  const signature = await readLeadFile(plain, fixedPaths.signature, longestSignature)
  // The signature first: nothing that an unknown hand wrote is parsed.
  const publicKey = verifySsh('tickmark-bundle', list.content, signature.content)
  const manifest = readManifest(list.content, publicKey)
  const created = tarTime(manifest.created)
  if (list.modified !== created || signature.modified !== created) {
    throw new DomainError('bundle.refused_entry', {
      path: fixedPaths.manifest,
      reason: 'its time is not that of the bundle',
    })
  }
  requireWithin(manifest, limits)
  return {
    manifest,
    signer: signerOf(publicKey),
    leadSizes: [{ size: list.content.length }, { size: signature.content.length }],
  }
}

/** @returns a key as a person compares it */
export function signerOf(publicKey: string): Signer {
  return { publicKey, fingerprint: keyFingerprint(publicKey), words: keyWords(publicKey) }
}

/**
 * A chunk that was cut in its middle looks like an altered one. The signed list says how long the whole file is, and so which it was.
 * @param excess bytes more than there should be, negative where some are missing
 */
function nameBySize(error: unknown, excess: number): unknown {
  const unclear =
    error instanceof DomainError && (error.code === 'bundle.damaged' || error.code === 'bundle.incomplete')
  if (!unclear || excess === 0) return error
  return new DomainError(excess < 0 ? 'bundle.incomplete' : 'bundle.trailing_data', error.details)
}

async function readFiles(
  plain: ByteReader,
  manifest: Manifest,
  receiver: Receiver,
  progress: () => void,
): Promise<void> {
  const paths = manifest.files.map((entry) => entry.path)
  const listed = new Set<string>([fixedPaths.manifest, fixedPaths.signature, ...paths])
  const modified = tarTime(manifest.created)
  const differing: string[] = []
  for (const [i, entry] of manifest.files.entries()) {
    // A tar is read from front to back.
    await readHeader(plain, entry, modified, { listed, left: paths.slice(i) })
    const found = await receiver.receive(entry, watched(plain.pieces(entry.size), progress))
    if (found !== entry.sha256) differing.push(entry.path)
    await readPadding(plain, entry)
  }
  await readEnd(plain, listed)
  if (differing.length === 0) return
  throw new DomainError('bundle.hash_differs', { paths: differing.slice(0, 20).join(', '), count: differing.length })
}

async function* watched(
  content: AsyncIterable<Uint8Array>,
  progress: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of content) {
    progress()
    yield piece
  }
}
