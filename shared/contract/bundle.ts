import { z } from 'zod'
import { MergePreview } from './bundleImport.ts'
import { bundleReadErrors, bundleUnlock } from './bundleReading.ts'
import { job, query } from './define.ts'
import { Period, ReportType } from './engagement.ts'
import { Confirmation, SignerStanding } from './signer.ts'
import { FileRef, Id, Instant, Nothing, PlainDate, Sha256 } from './values.ts'

const Head = z.object({ deviceId: z.string(), seq: z.int(), hash: Sha256 })

const PartKind = z.enum(['section', 'control', 'requests'])

/** What a bundle holds instead of the whole engagement. Such a bundle is for reading: it has no journal to merge. */
export const BundlePart = z.discriminatedUnion('kind', [
  /** The controls of a section of the criteria, such as `CC6`, and what they rest on. */
  z.strictObject({ kind: z.literal('section'), section: z.string().regex(/^[A-Z]{1,3}[0-9]{0,2}$/) }),
  z.strictObject({ kind: z.literal('control'), controlIds: z.array(Id).min(1).max(2000) }),
  /** The open requests for the client, without answers, results or plans. */
  z.strictObject({ kind: z.literal('requests') }),
])
export type BundlePart = z.infer<typeof BundlePart>

const Omission = z.object({ what: z.string(), reason: z.string() })

/** What a person can file: each check with what it found. */
export const BundleVerdict = z.object({
  valid: z.boolean(),
  bundleId: z.string(),
  engagement: z.object({
    engagementId: Id,
    client: z.string(),
    reportType: ReportType,
    period: Period.nullable(),
    asOf: PlainDate.nullable(),
  }),
  created: Instant,
  exporter: z.object({ name: z.string(), deviceId: z.string(), fingerprint: z.string(), known: z.boolean() }),
  /** How far the signature can be believed, by the lists of an open store; unknown without one. */
  signer: SignerStanding,
  /** Whether its words have to be compared by voice; `null` without an open store. */
  confirmation: Confirmation.nullable(),
  /** Whom it is locked for: a passphrase, or named recipients with the words of each. */
  lockedFor: z.union([z.literal('passphrase'), z.array(z.object({ recipient: z.string(), words: z.string() }))]),
  /** What importing would do to the open store; `null` without one, or where the bundle is not valid. */
  merge: MergePreview.nullable(),
  /**
   * What the bundle knows of this device's own entries and the open store does not hold: it ends before, as an older copy that
   * was put back does, or it has another entry there. `null` where nothing is missing, and without a store.
   */
  lostHere: z.object({ problem: z.enum(['older', 'rewritten']), seq: z.int(), endsAt: z.int() }).nullable(),
  purpose: z.string(),
  files: z.int(),
  bytes: z.int(),
  entries: z.int(),
  heads: z.array(Head),
  /** Which part of the engagement it holds; `null` is all of it. */
  part: z.object({ kind: PartKind, title: z.string() }).nullable(),
  omissions: z.array(Omission),
  checks: z.array(
    z.object({
      check: z.enum(['signature', 'hashes', 'journal', 'state', 'evidence', 'sign-offs', 'lock', 'omissions']),
      passed: z.boolean(),
      says: z.string(),
    }),
  ),
})
export type BundleVerdict = z.infer<typeof BundleVerdict>

export const bundleContract = {
  'bundle.suggestPassphrase': query({
    title: 'A generated passphrase of seven words for a bundle',
    params: Nothing,
    result: z.object({ passphrase: z.string() }),
    needsStore: false,
  }),
  'bundle.plan': job({
    title: 'What a bundle of an engagement or of a part would hold and leave out, with the reasons; nothing is written',
    params: z.strictObject({ engagementId: Id, part: BundlePart.optional() }),
    result: z.object({
      /** Files of evidence, and their bytes. */
      evidence: z.int(),
      bytes: z.int(),
      controls: z.int(),
      requests: z.int(),
      omissions: z.array(Omission),
    }),
    errors: ['engagement.not_found', 'control.not_found', 'bundle.empty_part'],
  }),
  'bundle.export': job({
    title:
      'Export an engagement as an encrypted, signed bundle that age, tar, sha256sum and ssh-keygen can open and verify',
    params: z.strictObject({
      engagementId: Id,
      file: FileRef,
      passphrase: z.string().max(1024).optional(),
      passphraseFile: FileRef.optional(),
      recipients: z.array(z.string().max(200)).min(1).max(50).optional(),
      purpose: z.string().trim().max(500).optional(),
      part: BundlePart.optional(),
    }),
    result: z.object({ file: z.string(), sha256: Sha256, files: z.int(), bytes: z.int() }),
    errors: [
      'engagement.not_found',
      'control.not_found',
      'bundle.empty_part',
      'bundle.unlock_required',
      'bundle.weak_passphrase',
      'bundle.invalid_recipient',
      'bundle.source_changed',
      'blob.missing',
      'blob.damaged',
      'file.unwritable',
      'disk.full',
      'disk.removed',
    ],
  }),
  'bundle.inspect': job({
    title: 'Open and verify a bundle without touching the store',
    params: z.strictObject({ file: FileRef, ...bundleUnlock }),
    result: BundleVerdict,
    errors: bundleReadErrors,
    needsStore: false,
  }),
}
