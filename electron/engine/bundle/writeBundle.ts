import { DomainError } from '../../../shared/errors/domainError.ts'
import { requireStrongPassphrase } from '../keyring/passphrase.ts'
import { writeAgeHeader, type Lock } from './ageHeader.ts'
import { type Interruption, listFiles, ownFile, type BundleFile, type ListedFile } from './bundleContent.ts'
import { fixedPaths } from './bundlePaths.ts'
import { checksumsText } from './checksums.ts'
import { recipientWords } from './identities.ts'
import { allowedSigners, writeManifest, type Manifest, type ManifestFacts } from './manifest.ts'
import { readmeText } from './readme.ts'
import { sealAside } from './sealAside.ts'
import { sealFile } from './sealFile.ts'
import { publicKeyOf } from './signingKey.ts'
import { signSsh } from './sshSignature.ts'
import { tarSize, tarTime } from './tarLayout.ts'
import { tarBytes } from './tarWriter.ts'

export type BundleProgress = { phase: 'measure' | 'write' | 'read'; done: number; total: number }

/** Bundles from this size on are sealed by a thread of their own, whose start takes some 50 ms. */
const asideBytes = 16 * 1024 * 1024

export type WriteBundle = {
  /** Where the bundle gets its name when it is whole; an older file of that name stays until then. */
  file: string
  contents: readonly BundleFile[]
  facts: ManifestFacts
  /** 32-byte seed of the exporter's Ed25519 key. */
  privateKey: Uint8Array
  lock: Lock
  onProgress?: (progress: BundleProgress) => void
} & Interruption

/**
 * Writes an encrypted, signed bundle: into `file.part`, made durable, then renamed.
 * @returns SHA-256 and length of the written file, and the number of files in it
 * @throws DomainError `bundle.weak_passphrase`, `bundle.invalid_recipient`, `bundle.invalid_content`, `bundle.source_changed`,
 *   `disk.full`, `disk.removed`, `file.unwritable`; nothing is left behind and an older file is unchanged
 */
export async function writeBundle(bundle: WriteBundle): Promise<{ sha256: string; bytes: number; files: number }> {
  const { file, contents, facts, privateKey, lock, onProgress, signal, pause } = bundle
  requireStrongLock(lock)
  let measured = 0
  const listed = await listFiles(
    contents,
    (bytes) => onProgress?.({ phase: 'measure', done: (measured += bytes), total: 0 }),
    { signal, pause },
  )
  const { files, signedFiles } = sign(listed, facts, privateKey, lock)
  const plain = tarBytes(signedFiles, tarTime(facts.created))
  const total = tarSize(signedFiles)
  let done = 0
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of plain) {
      signal?.throwIfAborted()
      onProgress?.({ phase: 'write', done: (done += piece.length), total })
      yield piece
      await pause?.()
    }
  }
  const seal = total < asideBytes ? sealFile : sealAside
  const written = await seal({ file, ...(await writeAgeHeader(lock)) }, counted())
  return { ...written, files: files.length }
}

/** Adds what every bundle holds, and the signed list of all of it. */
function sign(
  listed: readonly ListedFile[],
  facts: ManifestFacts,
  privateKey: Uint8Array,
  lock: Lock,
): { files: ListedFile[]; signedFiles: ListedFile[] } {
  const publicKey = publicKeyOf(privateKey)
  const described = [
    ownFile(fixedPaths.readme, readmeText(facts, publicKey)),
    ownFile(fixedPaths.allowedSigners, allowedSigners(publicKey)),
    ...listed,
  ]
  const files = [ownFile(fixedPaths.checksums, checksumsText(described)), ...described]
  const manifest: Manifest = {
    format: 'tickmark-bundle',
    version: 1,
    ...facts,
    exporter: { ...facts.exporter, publicKey },
    recipients:
      'passphrase' in lock
        ? 'passphrase'
        : lock.recipients.map((recipient) => ({ recipient, words: recipientWords(recipient) })),
    files: files.map(({ path, size, sha256, name, mediaType }) => ({ path, size, sha256, name, mediaType })),
  }
  const bytes = writeManifest(manifest)
  const signature = signSsh('tickmark-bundle', bytes, privateKey)
  return {
    files,
    signedFiles: [ownFile(fixedPaths.manifest, bytes), ownFile(fixedPaths.signature, signature), ...files],
  }
}

function requireStrongLock(lock: Lock): void {
  if (!('passphrase' in lock)) return
  try {
    requireStrongPassphrase(lock.passphrase)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError('bundle.weak_passphrase', { problem: error.details['problem'] ?? error.message })
  }
}
