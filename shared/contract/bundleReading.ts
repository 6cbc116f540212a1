import { z } from 'zod'
import { FileRef } from './values.ts'

/** How a bundle is opened: a passphrase typed or kept in a file, or an age identity. Without any, with the own keys of the store. */
export const bundleUnlock = {
  passphrase: z.string().max(1024).optional(),
  passphraseFile: FileRef.optional(),
  identityFile: FileRef.optional(),
}

/** What reading a bundle can end in. */
export const bundleReadErrors = [
  'file.unreadable',
  'bundle.unlock_required',
  'bundle.not_a_bundle',
  'bundle.wrong_passphrase',
  'bundle.not_for_you',
  'bundle.damaged',
  'bundle.incomplete',
  'bundle.trailing_data',
  'bundle.signature_invalid',
  'bundle.invalid_manifest',
  'bundle.unknown_format',
  'bundle.newer_version',
  'bundle.too_large',
  'bundle.refused_entry',
  'bundle.file_missing',
  'bundle.file_not_listed',
  'bundle.hash_differs',
  'bundle.needs_passphrase',
  'bundle.needs_identity',
  'bundle.invalid_identity',
  'bundle.work_too_high',
  'file.not_regular',
  'disk.removed',
] as const
