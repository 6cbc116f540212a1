import { z } from 'zod'
import { command, job, query } from './define.ts'
import { FileRef, Id, Instant, Line, Nothing, Reason } from './values.ts'

/** What a person gives to colleagues: the key to encrypt for them, and the one with which they sign. */
export const KeyCard = z.object({
  name: z.string(),
  recipient: z.string(),
  recipientWords: z.string(),
  publicKey: z.string(),
  fingerprint: z.string(),
  keyWords: z.string(),
})
export type KeyCard = z.infer<typeof KeyCard>

export const Colleague = z.object({
  colleagueId: Id,
  name: z.string(),
  recipient: z.string(),
  words: z.string(),
  /** Whether the words were compared with the colleague by voice. */
  compared: z.boolean(),
  addedBy: z.string(),
  addedAt: Instant,
})
export type Colleague = z.infer<typeof Colleague>

export const colleagueContract = {
  'colleague.ownCard': query({
    title: 'The own public keys with their words, to be given to colleagues',
    params: Nothing,
    result: KeyCard,
  }),
  'colleague.exportCard': job({
    title: 'Write the own public keys to a file for colleagues',
    params: z.strictObject({ file: FileRef }),
    result: z.object({ file: z.string() }),
    errors: ['file.unwritable', 'disk.full', 'disk.removed'],
  }),
  'colleague.readCard': job({
    title: "Read a colleague's public keys from their file, and show the words to compare; nothing is kept",
    params: z.strictObject({ file: FileRef }),
    result: KeyCard,
    errors: ['file.unreadable', 'file.too_large', 'file.not_regular', 'disk.removed', 'colleague.invalid_card'],
  }),
  'colleague.list': query({
    title: 'The colleagues whose keys this store knows, with the words of each',
    params: Nothing,
    result: z.object({ colleagues: z.array(Colleague) }),
  }),
  'colleague.save': command({
    title: 'Keep the keys of a colleague, or say that their words were compared',
    params: z.strictObject({
      colleagueId: Id.optional(),
      name: Line,
      recipient: z.string().trim().max(200),
      /** The key with which the colleague signs; it is believed from then on, if the words were compared. */
      publicKey: z.string().trim().max(1000).optional(),
      compared: z.boolean(),
    }),
    result: z.object({ colleagueId: Id }),
    errors: ['colleague.not_found', 'colleague.known', 'bundle.invalid_recipient', 'bundle.invalid_key'],
  }),
  'colleague.remove': command({
    title: 'Encrypt for a colleague no longer, with the reason',
    params: z.strictObject({ colleagueId: Id, reason: Reason }),
    result: Nothing,
    errors: ['colleague.not_found'],
  }),
}
