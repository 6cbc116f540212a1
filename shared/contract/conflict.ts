import { z } from 'zod'
import { command, query } from './define.ts'
import { DifferencePiece } from './difference.ts'
import { RecordKey } from './record.ts'
import { Id, Instant, Line, Nothing, page, Reason } from './values.ts'

/** One of the values that stand against each other, with who wrote it and when. */
const Alternative = z.object({
  value: z.unknown(),
  /** What its author changed of what both had before, word by word; none where there was nothing, or nothing alike. */
  changes: z.array(DifferencePiece),
  deviceId: z.string(),
  seq: z.int(),
  at: Instant,
  actorId: z.string(),
  actor: z.string(),
  /** What the author did, in words. */
  title: z.string(),
  /** Whether it is the one that counts until somebody decides: the latest. */
  counts: z.boolean(),
})

/** Where a paper is shown: the record, and the paper on whose page it is; `null` for what no screen shows by itself. */
const Place = RecordKey.extend({ within: Id.nullable() }).nullable()

export const Conflict = z.object({
  conflictId: Id,
  entity: z.string(),
  id: Id,
  field: z.string(),
  kind: z.enum(['text', 'integer', 'boolean', 'json']),
  /** Whether the field may be left empty. */
  optional: z.boolean(),
  /** The paper, as its lists name it. */
  paper: z.string(),
  place: Place,
  /** What both had before they went apart; `null` where nothing is known of it. */
  before: z.unknown(),
  /** What else the paper says. */
  context: z.array(z.object({ field: z.string(), value: z.unknown() })),
  alternatives: z.array(Alternative),
})
export type Conflict = z.infer<typeof Conflict>

/** What a person has to settle after two copies met, besides conflicts of fields. */
export const Settlement = z.object({
  settlementId: Id,
  kind: z.enum(['repeated_ref', 'sample_drawn_twice', 'kept_against_deletion', 'signer_not_confirmed']),
  entity: z.string(),
  /** The papers concerned: of one reference, of one population, or the one that was deleted and changed. */
  papers: z.array(
    z.object({
      id: Id,
      paper: z.string(),
      place: Place,
      detail: z.string(),
      by: z.string().nullable(),
      at: Instant.nullable(),
    }),
  ),
  says: z.string(),
  /** The reference that the paper would get by being renumbered. */
  nextRef: z.string().nullable(),
})
export type Settlement = z.infer<typeof Settlement>

export const conflictContract = {
  'conflict.list': query({
    title: 'Fields that two people changed without knowing of each other, with both values',
    params: z.strictObject({ engagementId: Id, ...page }),
    result: z.object({ total: z.int(), conflicts: z.array(Conflict) }),
    errors: ['engagement.not_found'],
  }),
  'conflict.resolve': command({
    title: 'Decide on a conflict: one of the values, or a third one',
    params: z.strictObject({ conflictId: Id, value: z.json() }),
    result: Nothing,
    errors: ['conflict.not_found', 'conflict.invalid_value'],
  }),
  'settlement.list': query({
    title:
      'What a person has to settle after two copies met: references used twice, samples drawn twice, deletions against changes',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ settlements: z.array(Settlement) }),
    errors: ['engagement.not_found'],
  }),
  'settlement.renumber': command({
    title: 'Give a paper a reference of its own: the next free one, or the one given',
    params: z.strictObject({
      entity: z.enum(['control', 'deviation', 'request', 'complementaryControl']),
      id: Id,
      ref: Line.optional(),
    }),
    result: z.object({ ref: z.string() }),
    errors: ['settlement.not_found', 'settlement.ref_taken'],
  }),
  'settlement.keepDeleted': command({
    title: 'Delete a paper after all, or keep it, where one person deleted it and another changed it',
    params: z.strictObject({ engagementId: Id, entity: z.string().max(100), id: Id, delete: z.boolean() }),
    result: Nothing,
    errors: ['settlement.not_found'],
  }),
  'settlement.explainSample': command({
    title: 'Say why a control has two samples of one population',
    params: z.strictObject({ sampleId: Id, reason: Reason }),
    result: Nothing,
    errors: ['sample.not_found'],
  }),
}
