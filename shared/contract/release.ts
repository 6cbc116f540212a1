import { z } from 'zod'
import { job } from './define.ts'
import { FileRef } from './values.ts'

export const releaseContract = {
  'release.check': job({
    title:
      'Say whether an installer is what the publisher of this program signed, and whether it is newer; nothing is installed',
    needsStore: false,
    params: z.strictObject({
      /** The installer. What the publisher signed about it lies beside it, under its name with `.signed` at its end. */
      installer: FileRef,
    }),
    result: z.object({
      name: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      version: z.string(),
      /** The version that runs. */
      running: z.string(),
      /** The installer's version beside the one that runs. */
      relation: z.enum(['newer', 'same', 'older']),
      /** The words of the publisher's key. */
      publisherWords: z.string(),
    }),
    errors: [
      'file.unreadable',
      'file.too_large',
      'file.not_regular',
      'disk.removed',
      'release.not_signed',
      'release.invalid_statement',
      'release.invalid_signature',
      'release.unknown_publisher',
      'release.other_file',
    ],
  }),
}
