import { z } from 'zod'
import { recordKinds } from '../record/record.ts'
import { query } from './define.ts'
import { Id, page } from './values.ts'

/** What a record is known by; see `shared/record/record.ts`. */
export const RecordKey = z.strictObject({ kind: z.enum(recordKinds), id: Id })

/** A record as it is named and found. */
export const RecordInfo = RecordKey.extend({
  /** What people call it: `DEV-3`, `CHG-01`, an item's id; never empty. */
  ref: z.string(),
  /** One short line more; empty where the reference says it all. */
  title: z.string(),
  /**
   * The paper on whose page it is: the control of a walkthrough, a procedure or a conclusion, the
   * sample of an item, the procedure of a cell.
   */
  within: Id.nullable(),
  /** `unknown`: no copy of this engagement had it. */
  state: z.enum(['present', 'removed', 'unknown']),
})
export type RecordInfo = z.infer<typeof RecordInfo>

/** One record that a text points at, or one whose text points here. */
const Reference = RecordInfo.extend({
  /** The fields of the text, such as `deviation.cause`. */
  fields: z.array(z.string()),
})
export type Reference = z.infer<typeof Reference>

export const recordContract = {
  'record.find': query({
    title: 'Find records by reference or title, for a reference in a text; the best match first',
    params: z.strictObject({
      engagementId: Id,
      /** Every word has to occur; without words the first records of each kind. */
      words: z.string().max(200).default(''),
      kinds: z.array(z.enum(recordKinds)).min(1).max(recordKinds.length).optional(),
      limit: z.int().min(1).max(100).default(20),
    }),
    result: z.object({ records: z.array(RecordInfo) }),
    errors: ['engagement.not_found'],
  }),
  'record.describe': query({
    title: 'Reference, title and state of records, in the order asked',
    params: z.strictObject({ engagementId: Id, records: z.array(RecordKey).max(500) }),
    result: z.object({ records: z.array(RecordInfo) }),
    errors: ['engagement.not_found'],
  }),
  'reference.list': query({
    title: 'What the texts of a record refer to, and which records refer to it',
    params: z.strictObject({ engagementId: Id, record: RecordKey }),
    /** At most 500 each way; `moreReferrers` counts those beyond. */
    result: z.object({ refersTo: z.array(Reference), referredToBy: z.array(Reference), moreReferrers: z.int() }),
    errors: ['engagement.not_found'],
  }),
  'reference.dangling': query({
    title: 'References of an engagement whose record was removed or is unknown',
    params: z.strictObject({ engagementId: Id, ...page }),
    result: z.object({
      total: z.int(),
      dangling: z.array(z.object({ from: RecordInfo, field: z.string(), to: RecordInfo })),
    }),
    errors: ['engagement.not_found'],
  }),
}
