import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Period, ReportType } from '../../../shared/contract/engagement.ts'
import { Id, Instant, PlainDate, Sha256 } from '../../../shared/contract/values.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { areInOrder, fixedPaths, hasLeadingFiles, isBundlePath } from './bundlePaths.ts'
import { allowedSignersLine } from './sshPublicKey.ts'
import { checksumsText } from './checksums.ts'

export const bundleVersion = 1
/** Name of the exporter in `allowed_signers`: who that is, only the fingerprint tells. */
export const principal = 'exporter'

export const longestName = 1024

const MediaType = z.string().regex(/^[a-z0-9!#$&^_.+-]{1,80}\/[a-z0-9!#$&^_.+-]{1,80}$/)

/** A file of the bundle. `path` is where it lies in the tar; `name` is its own, shown but never used as a path. */
export const ManifestFile = z.strictObject({
  path: z.string().refine(isBundlePath),
  size: z.int().min(0),
  sha256: Sha256,
  name: z.string().max(longestName),
  mediaType: MediaType,
})
export type ManifestFile = z.infer<typeof ManifestFile>

/** An entry of a device's chain. */
const Head = z.strictObject({ deviceId: Id, seq: z.int().min(1), hash: Sha256 })

/** What a bundle is, who made it and what it holds; canonical JSON (RFC 8785), signed by its exporter. */
export const Manifest = z.strictObject({
  format: z.literal('tickmark-bundle'),
  version: z.literal(bundleVersion),
  bundleId: Id,
  engagement: z.strictObject({
    id: Id,
    client: z.string().max(500),
    reportType: ReportType,
    period: Period.nullable(),
    asOf: PlainDate.nullable(),
  }),
  created: Instant,
  exporter: z.strictObject({ name: z.string().max(500), deviceId: Id, publicKey: z.string().max(200) }),
  application: z.strictObject({ name: z.string().max(100), version: z.string().max(100) }),
  /** Whom it is locked for: the word `passphrase`, or each recipient with its words. */
  recipients: z.union([
    z.literal('passphrase'),
    z
      .array(z.strictObject({ recipient: z.string().max(200), words: z.string().max(200) }))
      .min(1)
      .max(100),
  ]),
  purpose: z.string().max(500),
  /** Last entry of every device's chain that the journal inside holds. */
  heads: z.array(Head).max(10_000),
  /**
   * Where the chains begin that the journal inside continues, each by the last entry before; a device that is not named begins
   * with its first. Only what is left in an exchange folder has it: it carries no state and no pages.
   */
  continues: z.array(Head).max(10_000).optional(),
  /** Which part of an engagement it is, where it is not all of it: then it has no journal, and nothing can be merged from it. */
  part: z.strictObject({ kind: z.enum(['section', 'control', 'requests']), title: z.string().max(500) }).optional(),
  /** What was left out on purpose, and why. */
  omissions: z.array(z.strictObject({ what: z.string().max(500), reason: z.string().max(2000) })).max(10_000),
  files: z.array(ManifestFile),
})
export type Manifest = z.infer<typeof Manifest>

/** What the exporter states; the rest of the manifest follows from the files, the lock and the key. */
export type ManifestFacts = Pick<
  Manifest,
  'bundleId' | 'engagement' | 'created' | 'application' | 'purpose' | 'heads' | 'continues' | 'part' | 'omissions'
> & { exporter: { name: string; deviceId: string } }

/** @returns the canonical text of a valid manifest */
export function writeManifest(manifest: Manifest): Buffer {
  return Buffer.from(canonicalize(Manifest.parse(manifest)) ?? '', 'utf8')
}

/**
 * Reads a manifest. Exactly one text is valid for each content: keys in order and once each, no unknown one, numbers in one form.
 * @param signer public key that signed these bytes
 * @throws DomainError `bundle.unknown_format`, `bundle.newer_version`, `bundle.invalid_manifest`, `bundle.signature_invalid`
 */
export function readManifest(bytes: Uint8Array, signer: string): Manifest {
  const text = decode(bytes)
  const value = parseJson(text)
  requireFormat(value)
  const parsed = Manifest.safeParse(value)
  if (!parsed.success) refuse(`at ${parsed.error.issues[0]?.path.join('.') || 'its fields'}`)
  if (canonical(parsed.data) !== text) refuse('it is not canonical JSON')
  const manifest = parsed.data
  if (manifest.exporter.publicKey !== signer) {
    throw new DomainError('bundle.signature_invalid', { reason: 'it was made with another key than the exporter’s' })
  }
  requireFiles(manifest)
  return manifest
}

function requireFormat(value: unknown): void {
  const form = z.looseObject({ format: z.string(), version: z.int().min(1) }).safeParse(value)
  if (!form.success) refuse('it names no format')
  const { format, version } = form.data
  if (format !== 'tickmark-bundle') throw new DomainError('bundle.unknown_format', { found: format })
  if (version > bundleVersion) throw new DomainError('bundle.newer_version', { found: version, known: bundleVersion })
}

/** What the signature covers only by way of a hash has to be what the manifest itself says. */
function requireFiles({ files, exporter }: Manifest): void {
  const paths = files.map(({ path }) => path)
  if (!hasLeadingFiles(paths) || !areInOrder(paths))
    refuse('its files are not in the one valid order, or one occurs twice')
  const expected = new Map([
    [fixedPaths.checksums as string, checksumsText(files)],
    [fixedPaths.allowedSigners as string, allowedSigners(exporter.publicKey)],
  ])
  for (const { path, sha256 } of files) {
    const text = expected.get(path)
    if (text !== undefined && createHash('sha256').update(text).digest('hex') !== sha256)
      refuse(`${path} does not agree with it`)
  }
}

/** Content of the bundle's own `allowed_signers`. */
export function allowedSigners(publicKey: string): string {
  return allowedSignersLine(principal, 'tickmark-bundle', publicKey)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse('it is not UTF-8')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('it is not JSON')
  }
}

function canonical(manifest: Manifest): string {
  try {
    return canonicalize(manifest) ?? ''
  } catch {
    return refuse('it holds half a character')
  }
}

function refuse(problem: string): never {
  throw new DomainError('bundle.invalid_manifest', { problem })
}
