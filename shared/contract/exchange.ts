import { z } from 'zod'
import { command, job, query } from './define.ts'
import { FileRef, Id, Instant, Nothing } from './values.ts'

/** A file of the folder that was not taken, and why. */
const LeftFile = z.object({ file: z.string(), code: z.string(), message: z.string() })

/** What one exchange came to. */
const Exchanged = z.object({
  at: Instant,
  /** Entries of others that were added. */
  added: z.int(),
  /** Fields on which a person has to decide because of them. */
  conflicts: z.int(),
  /** Entries that were left for others. */
  sent: z.int(),
  /** Files that are incomplete or rest on entries that have not arrived: the next exchange looks at them again. */
  waiting: z.array(LeftFile),
  /** Files of which nothing was taken: altered, signed by nobody whom this store believes, or impossible. */
  refused: z.array(LeftFile),
})

/** Which colleagues the files are encrypted for. */
const Reader = z.object({ colleagueId: Id, name: z.string() })

export const exchangeContract = {
  'exchange.status': query({
    title: 'The folder in which a team exchanges an engagement, with whom, and what the last exchange came to',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({
      folder: z.object({ path: z.string(), setBy: z.string(), setAt: Instant }).nullable(),
      /** Colleagues whose words were compared, unless some were chosen. */
      readers: z.array(Reader),
      /** Whether the readers were chosen one by one; else every colleague whose words were compared is one. */
      chosen: z.boolean(),
      /** Entries that no file carries to every reader yet, as far as this store knows. */
      unsent: z.int(),
      last: Exchanged.nullable(),
    }),
    errors: ['engagement.not_found'],
  }),
  'exchange.setFolder': job({
    title:
      'Choose the folder in which a team exchanges an engagement: on a stick, a share, or one that a program keeps alike',
    params: z.strictObject({
      engagementId: Id,
      folder: FileRef,
      /** Whom the files are for; without it every colleague whose words were compared, also later ones. */
      colleagueIds: z.array(Id).min(1).max(50).optional(),
    }),
    result: z.object({ path: z.string() }),
    errors: [
      'engagement.not_found',
      'colleague.not_found',
      'exchange.not_compared',
      'exchange.folder_unreadable',
      'disk.removed',
    ],
  }),
  'exchange.forgetFolder': command({
    title: 'Exchange an engagement in its folder no longer; the files there stay',
    params: z.strictObject({ engagementId: Id }),
    result: Nothing,
    errors: ['engagement.not_found', 'exchange.no_folder'],
  }),
  'exchange.sync': job({
    title: 'Take what others left in the exchange folder, and leave there what they do not have yet',
    params: z.strictObject({ engagementId: Id }),
    result: Exchanged.extend({
      /** The file that was left, unless there was nothing to leave. */
      left: z.object({ file: z.string(), bytes: z.int(), entries: z.int(), evidence: z.int() }).nullable(),
      taken: z.array(
        z.object({ file: z.string(), from: z.string(), added: z.int(), conflicts: z.int(), evidence: z.int() }),
      ),
      /** Files that are encrypted for others alone. */
      forOthers: z.int(),
      /** What lies in the folder and is none of this engagement's. */
      foreign: z.int(),
      /** What else a person has to settle in the engagement now. */
      toSettle: z.int(),
      /** Files that papers name and that this store does not hold. */
      missingFiles: z.int(),
    }),
    errors: [
      'engagement.not_found',
      'exchange.no_folder',
      'exchange.no_colleagues',
      'exchange.too_many_colleagues',
      'exchange.folder_unreadable',
      'exchange.too_many_files',
      'exchange.running',
      'bundle.source_changed',
      'blob.damaged',
      'file.unwritable',
      'disk.full',
      'disk.removed',
    ],
  }),
}
