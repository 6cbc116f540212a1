import { z } from 'zod'
import { bundleReadErrors, bundleUnlock } from './bundleReading.ts'
import { job, query } from './define.ts'
import { SignerStanding, SignerStatus } from './signer.ts'
import { FileRef, Id, Instant } from './values.ts'

/** How many papers of a kind. */
const Papers = z.object({ entity: z.string(), papers: z.int() })

/** A field that would be changed on both sides, with the value of each. */
const ComingConflict = z.object({
  entity: z.string(),
  id: Id,
  field: z.string(),
  paper: z.string(),
  mine: z.unknown(),
  theirs: z.unknown(),
  /** Both as a person reads them: records by their references. */
  mineWords: z.string(),
  theirsWords: z.string(),
})

/** A bundle that knows less than this store: the device, its last entry in the bundle, and the one here. */
const Older = z.object({ deviceId: z.string(), found: z.int(), known: z.int() })

/** What importing would do, told without doing it. */
export const MergePreview = z.object({
  isNewEngagement: z.boolean(),
  /** Entries that this store lacks. */
  entries: z.int(),
  /** Entries of this store that the maker of the bundle did not have. */
  unknownToMaker: z.int(),
  adds: z.array(Papers),
  changes: z.array(Papers),
  removes: z.array(Papers),
  conflicts: z.array(ComingConflict),
  conflictCount: z.int(),
  older: Older.nullable(),
  /** The newest thing that was received from this device before, where this one was made earlier. */
  newerSeen: z.object({ createdAt: Instant, at: Instant }).nullable(),
  /** Why it cannot be imported at all. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type MergePreview = z.infer<typeof MergePreview>

export const ReceivedBundle = z.object({
  bundleId: Id,
  engagementId: Id,
  way: z.enum(['bundle', 'exchange']),
  exporter: z.string(),
  deviceId: z.string(),
  fingerprint: z.string(),
  signerStatus: SignerStatus,
  purpose: z.string(),
  createdAt: Instant,
  added: z.int(),
  conflicts: z.int(),
  by: z.string(),
  at: Instant,
})

export const bundleImportContract = {
  'bundle.import': job({
    title: 'Verify a bundle and merge it: every entry that this store lacks, and the evidence that goes with it',
    params: z.strictObject({
      file: FileRef,
      ...bundleUnlock,
      /** The fingerprint of the signer, whose words were compared by voice: the key is believed from then on. */
      confirmedSigner: z.string().max(200).optional(),
    }),
    result: z.object({
      engagementId: Id,
      /** Entries that were added. */
      added: z.int(),
      /** Fields on which a person has to decide because of it. */
      conflicts: z.int(),
      /** What else a person has to settle in the engagement now. */
      toSettle: z.int(),
      isNewEngagement: z.boolean(),
      older: Older.nullable(),
      signer: SignerStanding,
      /** Files that papers name and that neither the bundle nor the store holds. */
      missingFiles: z.int(),
    }),
    errors: [
      ...bundleReadErrors,
      'bundle.no_journal',
      'bundle.invalid_journal',
      'bundle.earlier_missing',
      'bundle.newer_content',
      'bundle.refused_rows',
      'bundle.unknown_signer',
      'bundle.signer_not_valid',
      'journal.forked',
      'disk.full',
      'file.unwritable',
    ],
  }),
  'bundle.received': query({
    title: 'What this store took from others, newest first',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ received: z.array(ReceivedBundle) }),
    errors: ['engagement.not_found'],
  }),
}
