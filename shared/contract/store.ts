import { z } from 'zod'
import { command, job, query } from './define.ts'
import { FileRef, Id, Line, Nothing, Reason } from './values.ts'

export const PractitionerRole = z.enum(['preparer', 'senior', 'manager', 'reviewer', 'partner', 'quality_reviewer'])
export type PractitionerRole = z.infer<typeof PractitionerRole>

/** A role as it is given; the engagement quality reviewer has a short name, too. */
export const GivenRole = z.union([
  PractitionerRole,
  z.literal('eqr').transform((): PractitionerRole => 'quality_reviewer'),
])

/** Who a practitioner is, as they are made known to a store. */
export const newPractitioner = { name: Line, initials: z.string().trim().min(1).max(6), role: GivenRole }

export const Practitioner = z.object({
  practitionerId: Id,
  name: z.string(),
  initials: z.string(),
  role: PractitionerRole,
  /** Public signing key in SSH form (`ssh-ed25519 …`). */
  publicKey: z.string(),
  /** Fingerprint of the key as `ssh-keygen -l` prints it. */
  fingerprint: z.string(),
})
export type Practitioner = z.infer<typeof Practitioner>

export const Passphrase = z.string().min(1).max(1024)

export const RecoveryCode = z.string().max(100)

/** What no passphrase can be, whoever gives it. */
export const passphraseErrors = [
  'keyring.passphrase_empty',
  'keyring.passphrase_too_long',
  'keyring.passphrase_not_text',
] as const

export const newPassphraseErrors = ['keyring.weak_passphrase', ...passphraseErrors] as const

/** That the store holds less than was seen of it when it was open last, or another history. */
export const HistoryNotice = z.object({
  noticeId: Id,
  foundAt: z.string(),
  lost: z.array(
    z.object({
      engagementId: Id,
      client: z.string().nullable(),
      /** The last entry that was seen, and its head in words. */
      seenSeq: z.int(),
      seenWords: z.string(),
      /** The last entry that is there. */
      endsAt: z.int(),
      problem: z.enum(['older', 'rewritten']),
    }),
  ),
})
export type HistoryNotice = z.infer<typeof HistoryNotice>

export const StoreState = z.object({
  open: z.boolean(),
  storeId: Id.nullable(),
  practitioner: Practitioner.nullable(),
  version: z.string(),
  /** What has to be accepted before anything is written. */
  notices: z.array(HistoryNotice),
})
export type StoreState = z.infer<typeof StoreState>

export const storeContract = {
  'store.status': query({
    title: 'Whether a store is open, and who is signed in',
    params: Nothing,
    result: StoreState,
    needsStore: false,
  }),
  'store.create': job({
    title: 'Create an encrypted store with its first practitioner',
    params: z.strictObject({
      folder: FileRef,
      passphrase: Passphrase,
      ...newPractitioner,
    }),
    result: z.object({ storeId: Id, practitionerId: Id, recoveryCode: z.string() }),
    errors: ['store.already_exists', 'store.folder_not_writable', ...newPassphraseErrors],
    needsStore: false,
  }),
  'store.open': job({
    title: 'Open a store with its passphrase or recovery code',
    params: z.strictObject({
      folder: FileRef,
      passphrase: Passphrase.optional(),
      recoveryCode: RecoveryCode.optional(),
    }),
    result: StoreState,
    errors: [
      'store.wrong_passphrase',
      'store.not_found',
      'store.newer_version',
      'store.damaged',
      'store.in_use',
      'store.wait',
      'store.already_open',
      'keyring.missing',
      'keyring.damaged',
      'keyring.newer_version',
      'keyring.wrong_recovery_code',
      'keyring.mistyped_recovery_code',
      'store.folder_not_writable',
      ...passphraseErrors,
    ],
    needsStore: false,
  }),
  'store.lock': job({
    title: 'Close the store and forget its key',
    params: Nothing,
    result: Nothing,
    needsStore: false,
  }),
  'store.switchUser': job({
    title: 'Another practitioner takes over at the open store, by their own passphrase',
    params: z.strictObject({ practitionerId: Id.optional(), passphrase: Passphrase }),
    result: StoreState,
    errors: [
      'store.wrong_passphrase',
      'store.wait',
      'store.work_running',
      'keyring.missing',
      'keyring.damaged',
      ...passphraseErrors,
    ],
  }),
  'store.changePassphrase': job({
    title: 'Change the passphrase of whoever is signed in, by the one before or by their recovery code',
    params: z.strictObject({
      passphrase: Passphrase.optional(),
      recoveryCode: RecoveryCode.optional(),
      newPassphrase: Passphrase,
    }),
    result: Nothing,
    errors: [
      'store.wrong_passphrase',
      'keyring.wrong_recovery_code',
      'keyring.mistyped_recovery_code',
      'practitioner.passphrase_taken',
      ...newPassphraseErrors,
    ],
  }),
  'store.newRecoveryCode': job({
    title: 'Make a new recovery code for whoever is signed in; the one before opens nothing any more',
    params: z.strictObject({ passphrase: Passphrase }),
    result: z.object({
      recoveryCode: z.string(),
      /** A page with it, to be printed or made a PDF of. */
      documentId: z.string(),
    }),
    errors: ['store.wrong_passphrase', ...passphraseErrors],
  }),
  'store.rekey': job({
    title: 'Encrypt the store under a new data key, and every file of it; passphrases and recovery codes stay',
    params: z.strictObject({ passphrase: Passphrase }),
    result: z.object({
      /** Files that were encrypted anew, and damaged ones that were left as they are. */
      turned: z.int(),
      left: z.int(),
    }),
    errors: [
      'store.wrong_passphrase',
      'store.work_running',
      'store.damaged',
      'keyring.turned_too_often',
      ...passphraseErrors,
    ],
  }),
  'store.check': job({
    title: 'Check the store: quick reads the structure, full reads every page, journal and evidence file',
    params: z.strictObject({ depth: z.enum(['quick', 'full']).default('quick') }),
    result: z.object({
      depth: z.enum(['quick', 'full']),
      sound: z.boolean(),
      findings: z.array(z.object({ what: z.string(), place: z.string() })),
    }),
  }),
  'store.acceptHistory': command({
    title: 'Accept, with the reason, that the store is older than it was seen: a backup that was put back',
    params: z.strictObject({ noticeId: Id, reason: Reason }),
    result: Nothing,
    errors: ['store.notice_not_found'],
  }),
}
