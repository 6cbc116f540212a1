import { z } from 'zod'
import { job, query } from './define.ts'
import { FileRef, Line, Nothing } from './values.ts'
import { Passphrase, RecoveryCode, passphraseErrors } from './store.ts'

/** How many backups are kept of those that are taken by themselves. */
const kept = {
  /** Of so many of the latest days that have one, the last of the day. */
  daily: z.int().min(1).max(60),
  /** Of so many of the latest weeks that have one, the last of the week. */
  weekly: z.int().min(0).max(104),
}

export const Backup = z.object({
  /** Name of its folder. */
  name: z.string(),
  takenAt: z.string(),
  engagements: z.int(),
  entries: z.int(),
})
export type Backup = z.infer<typeof Backup>

const unlock = { passphrase: Passphrase.optional(), recoveryCode: RecoveryCode.optional() }

export const backupContract = {
  'store.backupPlan': query({
    title: 'Where the backups of this store are kept, and how many',
    params: Nothing,
    result: z.object({
      ...kept,
      /** Name of the folder to show; `null` for the folder `backups` of the store itself. */
      folder: z.string().nullable(),
    }),
  }),
  'store.setBackupPlan': job({
    title: 'Set where the backups of this store are kept, and how many',
    params: z.strictObject({ ...kept, folder: FileRef.nullable().optional() }),
    result: Nothing,
    errors: ['store.folder_not_writable'],
  }),
  'store.backup': job({
    title: 'Write a verified, encrypted copy of the store: into a new folder, or among its backups',
    params: z.strictObject({ folder: FileRef.optional() }),
    result: z.object({
      folder: z.string(),
      bytes: z.int(),
      engagements: z.int(),
      /** Backups that were removed because newer ones took their place. */
      removed: z.int(),
    }),
    errors: ['store.folder_not_empty', 'store.folder_not_writable'],
  }),
  'store.backupDue': job({
    title: 'Take the backup of the day where something changed since the last one',
    params: Nothing,
    result: z.object({ taken: z.boolean() }),
    errors: ['store.folder_not_writable'],
  }),
  'store.backups': job({
    title: 'List the backups of the open store, or those in a folder, the latest first',
    params: z.strictObject({ folder: FileRef.optional() }),
    result: z.object({ backups: z.array(Backup) }),
    errors: ['store.folder_not_writable', 'store.locked'],
    needsStore: false,
  }),
  'store.restore': job({
    title: 'Put a backup in the place of a store, which is kept aside and is closed then',
    params: z.strictObject({
      /** The folder of the backup, or its name among those of the open store. */
      backup: FileRef.optional(),
      name: Line.optional(),
      /** The folder of the store; without it the store that is open. */
      folder: FileRef.optional(),
      ...unlock,
    }),
    result: z.object({
      folder: z.string(),
      engagements: z.int(),
      /** Name of the folder beside the tables with what was there before; `null` where nothing was. */
      replaced: z.string().nullable(),
    }),
    errors: [
      'backup.not_found',
      'backup.not_sound',
      'backup.other_store',
      'store.wrong_passphrase',
      'store.in_use',
      'store.work_running',
      'store.locked',
      ...passphraseErrors,
      'keyring.missing',
      'keyring.damaged',
      'keyring.wrong_recovery_code',
      'keyring.mistyped_recovery_code',
    ],
    needsStore: false,
  }),
}
