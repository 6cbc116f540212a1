import { z } from 'zod'
import { command, job, query } from './define.ts'
import { toPrint } from './print.ts'
import { FileRef, Id, Instant, page, PlainDate, Sha256 } from './values.ts'

export const JournalEntry = z.object({
  deviceId: z.string(),
  seq: z.int(),
  at: Instant,
  actorId: z.string(),
  actor: z.string(),
  command: z.string(),
  /** What the command does, in words. */
  title: z.string(),
  changes: z.array(z.object({ entity: z.string(), id: Id, field: z.string(), value: z.unknown() })),
  /** Changes beyond those shown. */
  moreChanges: z.int(),
  hash: Sha256,
  /** Whether the clock stood earlier than the journal had seen when it was written. */
  clockBehind: z.boolean(),
})

export const Head = z.object({ deviceId: z.string(), seq: z.int(), hash: Sha256, words: z.string() })

/** Which entries are asked for; without more than the engagement, all. */
const chosenEntries = {
  engagementId: Id,
  entity: z.string().max(100).optional(),
  id: Id.optional(),
  actorId: Id.optional(),
  command: z.string().max(100).optional(),
  /** Days by the clock of whoever wrote, both included. */
  from: PlainDate.optional(),
  to: PlainDate.optional(),
}

export const journalContract = {
  'journal.findHead': query({
    title: 'Whether eight words from a memo were ever the head of this journal',
    params: z.strictObject({ engagementId: Id, words: z.string().trim().min(1).max(400) }),
    result: z.object({
      /** The entry that they name: it and all before it are unchanged. */
      found: z
        .object({ deviceId: z.string(), seq: z.int(), at: Instant, actor: z.string(), command: z.string() })
        .nullable(),
    }),
    errors: ['engagement.not_found', 'journal.eight_words', 'journal.unknown_word'],
  }),
  'journal.list': query({
    title: 'The journal of an engagement, newest first, with the heads as words for the file memo',
    params: z.strictObject({ ...chosenEntries, ...page }),
    result: z.object({ total: z.int(), entries: z.array(JournalEntry), heads: z.array(Head) }),
    errors: ['engagement.not_found'],
  }),
  'journal.facets': query({
    title: 'Who wrote to a journal, and by which commands: what its list can be narrowed to',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({
      people: z.array(z.object({ actorId: z.string(), actor: z.string() })),
      commands: z.array(z.object({ command: z.string(), title: z.string() })),
      /** Kinds of rows that anything was written to. */
      entities: z.array(z.string()),
    }),
    errors: ['engagement.not_found'],
  }),
  'journal.entry': query({
    title: 'One entry with what each field held before it',
    params: z.strictObject({ engagementId: Id, deviceId: Id, seq: z.int().min(1), ...page }),
    result: z.object({
      total: z.int(),
      changes: z.array(
        z.object({
          entity: z.string(),
          id: Id,
          /** What names the row, such as the paper that it is or is part of. */
          words: z.string(),
          field: z.string(),
          before: z.unknown(),
          value: z.unknown(),
        }),
      ),
      hash: Sha256,
    }),
    errors: ['engagement.not_found', 'journal.no_such_entry'],
  }),
  'journal.verify': job({
    title: 'Recompute every hash and the whole state, and name the first entry or row that disagrees',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({
      valid: z.boolean(),
      entries: z.int(),
      rows: z.int(),
      firstBad: z
        .object({
          what: z.enum(['entry', 'row', 'lock', 'signOff', 'population']),
          problem: z.string(),
          deviceId: z.string().optional(),
          seq: z.int().optional(),
          entity: z.string().optional(),
          id: z.string().optional(),
          field: z.string().optional(),
          /** What names the row, such as the paper that it is or is part of. */
          words: z.string().optional(),
        })
        .optional(),
      /** Entries that were written while the clock stood earlier than the journal had seen, and the first of them. */
      clockBehind: z
        .object({
          entries: z.int(),
          first: z.object({ deviceId: z.string(), seq: z.int(), at: Instant }),
        })
        .nullable(),
      heads: z.array(Head),
    }),
    errors: ['engagement.not_found'],
  }),
  'journal.export': job({
    title:
      'Write the journal, or the entries that are asked for, as CSV, or as JSON lines whose chain anybody can verify',
    params: z.strictObject({
      ...chosenEntries,
      file: FileRef,
      /** Without it, the ending of the file's name decides: `.csv`, else JSON lines. */
      format: z.enum(['csv', 'jsonl']).optional(),
    }),
    result: z.object({ file: z.string(), entries: z.int(), sha256: Sha256, bytes: z.int() }),
    errors: ['engagement.not_found', 'file.unwritable', 'disk.full', 'disk.removed'],
  }),
  'journal.print': job({
    title: 'Prepare the journal, or the entries that are asked for, for the window to print or to make a PDF of',
    params: z.strictObject(chosenEntries),
    result: toPrint.extend({ entries: z.int() }),
    errors: ['engagement.not_found', 'journal.too_long_to_print'],
  }),
  'journal.undo': command({
    title: 'Undo the last change that this person made here, as a new entry',
    params: z.strictObject({ engagementId: Id }),
    /** The command that was undone, and what it does in words. */
    result: z.object({ undone: z.string(), title: z.string() }),
    errors: ['engagement.not_found', 'journal.nothing_to_undo', 'journal.cannot_undo'],
  }),
  'journal.redo': command({
    title: 'Do again what this person undid last here, as a new entry',
    params: z.strictObject({ engagementId: Id }),
    /** The command that was done again, and what it does in words. */
    result: z.object({ redone: z.string(), title: z.string() }),
    errors: ['engagement.not_found', 'journal.nothing_to_redo', 'journal.cannot_undo'],
  }),
}
