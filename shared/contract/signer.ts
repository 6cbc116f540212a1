import { z } from 'zod'
import { command, job, query } from './define.ts'
import { FileRef, Id, Instant, Line, Nothing, Reason, RejectedRow } from './values.ts'

/** How far a signature can be believed: whose key it is, and whether that key was valid then and is now. */
export const SignerStatus = z.enum(['own', 'known', 'expired', 'not_yet_valid', 'other_key', 'unknown'])
export type SignerStatus = z.infer<typeof SignerStatus>

/** A key of this name that is not the one of the signature: both are shown side by side. */
const OtherKey = z.object({ principal: z.string(), fingerprint: z.string(), words: z.string() })

export const SignerStanding = z.object({
  status: SignerStatus,
  /** Who it is by this store's list; the name that a bundle gives itself proves nothing. */
  principal: z.string().nullable(),
  publicKey: z.string(),
  fingerprint: z.string(),
  words: z.string(),
  validAfter: Instant.nullable(),
  validBefore: Instant.nullable(),
  otherKeys: z.array(OtherKey),
})
export type SignerStanding = z.infer<typeof SignerStanding>

/**
 * Whether somebody has to compare words before a bundle is imported: nobody, somebody afterwards (first contact of a store
 * that knows no signer), or somebody before.
 */
export const Confirmation = z.enum(['none', 'afterwards', 'before'])
export type Confirmation = z.infer<typeof Confirmation>

export const Signer = z.object({
  signerId: Id,
  principal: z.string(),
  publicKey: z.string(),
  fingerprint: z.string(),
  words: z.string(),
  validAfter: Instant.nullable(),
  validBefore: Instant.nullable(),
  origin: z.enum(['file', 'card', 'words']),
  addedBy: z.string(),
  addedAt: Instant,
})
export type Signer = z.infer<typeof Signer>

const PublicKey = z.string().trim().min(1).max(1000)

export const signerContract = {
  'signer.list': query({
    title: 'The keys whose signatures this store believes',
    params: Nothing,
    result: z.object({ signers: z.array(Signer) }),
  }),
  'signer.add': command({
    title: 'Believe signatures of a key whose words were compared with its owner by voice',
    params: z.strictObject({
      principal: Line,
      publicKey: PublicKey,
      validAfter: Instant.nullish(),
      validBefore: Instant.nullish(),
    }),
    result: z.object({ signerId: Id }),
    errors: ['bundle.invalid_key', 'signer.known', 'signer.invalid_time'],
  }),
  'signer.remove': command({
    title: 'Believe a key no longer, with the reason',
    params: z.strictObject({ signerId: Id, reason: Reason }),
    result: Nothing,
    errors: ['signer.not_found'],
  }),
  'signer.import': job({
    title: "Take the firm's allowed_signers, as ssh-keygen reads it",
    params: z.strictObject({ file: FileRef }),
    result: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.array(RejectedRow) }),
    errors: ['file.unreadable', 'file.too_large', 'file.not_regular', 'disk.removed'],
  }),
  'signer.export': job({
    title: 'Write the known signers as allowed_signers for ssh-keygen',
    params: z.strictObject({ file: FileRef }),
    result: z.object({ file: z.string(), signers: z.int() }),
    errors: ['file.unwritable', 'disk.full', 'disk.removed'],
  }),
}
