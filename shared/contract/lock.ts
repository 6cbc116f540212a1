import { z } from 'zod'
import { command, job, query } from './define.ts'
import { AttachedFiles } from './evidence.ts'
import { FileRef, Id, Instant, Nothing, PlainDate, Reason, Sha256 } from './values.ts'

/** Where a file stands: work, changes after the report date, archive, and after its retention. */
export const FilePhase = z.enum(['open', 'after_report', 'locked', 'destroyed'])
export type FilePhase = z.infer<typeof FilePhase>

const EntryPlace = z.strictObject({ deviceId: Id, seq: z.int().min(1) })
const Person = z.object({ practitionerId: Id, name: z.string() })

export const EngagementDates = z.object({
  /** Last day of the period; `null` in a Type 1 engagement, whose report is as of a date. */
  periodEndOn: PlainDate.nullable(),
  asOf: PlainDate.nullable(),
  plannedReportOn: PlainDate.nullable(),
  reportOn: PlainDate.nullable(),
  releaseOn: PlainDate.nullable(),
  /** Days from the report date until the file is complete: the firm's, or those that were in force when it was dated. */
  completionDays: z.int(),
  completionOn: PlainDate.nullable(),
  retentionYears: z.int(),
  retentionEndsOn: PlainDate.nullable(),
  reason: z.string().nullable(),
})
export type EngagementDates = z.infer<typeof EngagementDates>

const LateChange = z.object({
  lateChangeId: Id,
  circumstances: z.string(),
  procedures: z.string(),
  conclusions: z.string().nullable(),
  openedBy: Person,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** Who concluded it: whoever opened it, or somebody who leads, for one who left. */
  closedBy: Person.nullable(),
  reviewedBy: Person.nullable(),
  reviewedAt: Instant.nullable(),
})

const Addendum = z.object({
  addendumId: Id,
  reason: z.string(),
  changed: z.string(),
  effectOnConclusions: z.string(),
  target: z.object({ entity: z.string(), id: Id }).nullable(),
  entries: z.array(EntryPlace),
  by: Person,
  at: Instant,
  reviewedBy: Person.nullable(),
  reviewedAt: Instant.nullable(),
})

const LegalHold = z.object({
  holdId: Id,
  reason: z.string(),
  placedBy: Person,
  placedAt: Instant,
  liftedBecause: z.string().nullable(),
  liftedBy: Person.nullable(),
  liftedAt: Instant.nullable(),
})

const Destruction = z.object({
  reason: z.string(),
  destroyed: z.int(),
  kept: z.int(),
  certificateSha256: Sha256,
  by: Person,
  at: Instant,
})

export const FileStanding = z.object({
  phase: FilePhase,
  dates: EngagementDates,
  lock: z
    .object({
      by: Person,
      at: Instant,
      heads: z.array(z.object({ deviceId: z.string(), seq: z.int(), hash: Sha256, words: z.string() })),
      signature: z.string(),
    })
    .nullable(),
  lateChanges: z.array(LateChange),
  addenda: z.array(Addendum),
  /** Entries that other devices wrote without knowing of the lock, and of which no addendum speaks yet. */
  besideLock: z.array(EntryPlace),
  holds: z.array(LegalHold),
  destruction: Destruction.nullable(),
})
export type FileStanding = z.infer<typeof FileStanding>

const engagement = z.strictObject({ engagementId: Id })

export const lockContract = {
  'engagement.standing': query({
    title: 'The dates of an engagement, its lock, late changes, addenda and legal holds',
    params: z.strictObject({ engagementId: Id, today: PlainDate }),
    result: FileStanding,
    errors: ['engagement.not_found'],
  }),
  'engagement.setDates': command({
    title: 'Plan the report date, or record report date and release date',
    params: z.strictObject({
      engagementId: Id,
      plannedReportOn: PlainDate.nullable().optional(),
      reportOn: PlainDate.nullable().optional(),
      releaseOn: PlainDate.nullable().optional(),
      /** Where a date that stands is changed. */
      reason: Reason.optional(),
    }),
    result: Nothing,
    errors: [
      'engagement.not_found',
      'engagement.date_in_future',
      'engagement.dates_reversed',
      'engagement.report_not_dated',
      'engagement.date_reason_required',
    ],
  }),
  'engagement.openLateChange': command({
    title: 'Record the circumstances and procedures of a change of substance after the report date',
    params: z.strictObject({ engagementId: Id, circumstances: Reason, procedures: Reason }),
    result: z.object({ lateChangeId: Id }),
    errors: ['engagement.not_found', 'lateChange.not_needed'],
  }),
  'engagement.closeLateChange': command({
    title: 'Record the conclusions of a late change; nothing more is changed under it',
    params: z.strictObject({ lateChangeId: Id, conclusions: Reason }),
    result: Nothing,
    errors: ['lateChange.not_found', 'lateChange.closed', 'lateChange.other_person'],
  }),
  'engagement.reviewLateChange': command({
    title: 'Review a late change that somebody else made',
    params: z.strictObject({ lateChangeId: Id }),
    result: Nothing,
    errors: ['lateChange.not_found', 'lateChange.not_closed', 'lateChange.same_person', 'lateChange.reviewed'],
  }),
  'engagement.lock': command({
    title: 'Lock the file: sign the heads of its journal; from then on it takes addenda only',
    params: engagement,
    result: z.object({ lockedAt: Instant, words: z.string() }),
    errors: ['engagement.not_found', 'engagement.gates_open', 'store.damaged'],
  }),
  'engagement.addendum': command({
    title: 'Add to a locked file: why, what is added or changed, and its effect on the conclusions',
    params: z.strictObject({
      engagementId: Id,
      reason: Reason,
      changed: Reason,
      effectOnConclusions: Reason,
      target: z.strictObject({ entity: z.string().max(100), id: Id }).optional(),
      entries: z.array(EntryPlace).max(10_000).optional(),
    }),
    result: z.object({ addendumId: Id }),
    errors: ['engagement.not_found', 'engagement.not_locked', 'addendum.target_not_found'],
  }),
  'engagement.attachToAddendum': job({
    title: 'Keep files as evidence of an addendum of your own, as long as nobody has reviewed it',
    params: z.strictObject({
      addendumId: Id,
      files: z.array(FileRef).min(1).max(200),
      receivedOn: PlainDate.optional(),
    }),
    result: AttachedFiles,
    errors: [
      'addendum.not_found',
      'addendum.other_person',
      'addendum.reviewed',
      'engagement.destroyed',
      'disk.full',
      'disk.removed',
    ],
  }),
  'engagement.reviewAddendum': command({
    title: 'Review an addendum that somebody else wrote',
    params: z.strictObject({ addendumId: Id }),
    result: Nothing,
    errors: ['addendum.not_found', 'addendum.same_person', 'addendum.reviewed'],
  }),
  'engagement.placeHold': command({
    title: 'Place a legal hold: nothing of the engagement is destroyed while it stands',
    params: z.strictObject({ engagementId: Id, reason: Reason }),
    result: z.object({ holdId: Id }),
    errors: ['engagement.not_found', 'engagement.destroyed'],
  }),
  'engagement.liftHold': command({
    title: 'Lift a legal hold, with the reason',
    params: z.strictObject({ holdId: Id, reason: Reason }),
    result: Nothing,
    errors: ['hold.not_found', 'hold.lifted', 'engagement.partner_required'],
  }),
  'engagement.destroy': job({
    title: 'Destroy the evidence and populations of an engagement after its retention, and write the certificate',
    params: z.strictObject({ engagementId: Id, reason: Reason, file: FileRef }),
    result: z.object({ file: z.string(), sha256: Sha256, destroyed: z.int(), kept: z.int() }),
    errors: [
      'engagement.not_found',
      'engagement.partner_required',
      'engagement.not_locked',
      'engagement.retention_running',
      'engagement.on_hold',
      'engagement.destroyed',
      'file.unwritable',
      'disk.full',
      'disk.removed',
    ],
  }),
  'firm.documentation': query({
    title: "The firm's days until a file is complete, and years that it is kept",
    params: Nothing,
    result: z.object({ completionDays: z.int(), retentionYears: z.int() }),
  }),
  'firm.setDocumentation': command({
    title: "Set the firm's days until a file is complete, and years that it is kept",
    params: z.strictObject({ completionDays: z.int().min(1).max(365), retentionYears: z.int().min(1).max(100) }),
    result: Nothing,
  }),
}
