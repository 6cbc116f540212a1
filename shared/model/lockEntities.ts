import type { LostHistory } from '../journal/rememberedHead.ts'
import { type Field, integer, json, optional, text } from './field.ts'

/** An entry of the journal: which device wrote it, and its number there. */
export type EntryPlace = { deviceId: string; seq: number }

/** Where the chain of a device ended when somebody signed. */
export type SignedHead = EntryPlace & { hash: string }

/** Entities of the dates of an engagement, its lock, and what may come after it. */
export const lockEntities = {
  /** Its id is the engagement's. The days are those of the firm when the report was dated. */
  engagementDates: {
    plannedReportOn: optional(text()),
    reportOn: optional(text()),
    releaseOn: optional(text()),
    completionDays: optional(integer()),
    retentionYears: optional(integer()),
    /** Why a date that stood already was changed, or recorded while something blocked it. */
    reason: optional(text()),
    by: text(),
    at: text(),
  },
  /** Work of substance after the report date (AT-C 205): what led to it, what was done, what it comes to. */
  lateChange: {
    circumstances: text(),
    procedures: text(),
    openedBy: text(),
    openedAt: text(),
    conclusions: optional(text()),
    closedAt: optional(text()),
    closedBy: optional(text()),
    reviewedBy: optional(text()),
    reviewedAt: optional(text()),
  },
  /** Its id is the engagement's. `statement` is the text that was signed. */
  engagementLock: {
    heads: json<SignedHead[]>(),
    statement: text(),
    signature: text(),
    publicKey: text(),
    lockedBy: text(),
    lockedAt: text(),
  },
  /** What comes to a locked file. `entries` are those of other devices that were written before they knew of the lock. */
  addendum: {
    reason: text(),
    changed: text(),
    effectOnConclusions: text(),
    targetEntity: optional(text()),
    targetId: optional(text()),
    entries: optional(json<EntryPlace[]>()),
    by: text(),
    at: text(),
    reviewedBy: optional(text()),
    reviewedAt: optional(text()),
  },
  /** While one stands, nothing of the engagement is destroyed. */
  legalHold: {
    reason: text(),
    placedBy: text(),
    placedAt: text(),
    liftedBecause: optional(text()),
    liftedBy: optional(text()),
    liftedAt: optional(text()),
  },
  /** Its id is the engagement's. Files whose keys were shredded, and those that another engagement holds as well. */
  destruction: {
    reason: text(),
    destroyed: json<{ sha256: string; size: number }[]>(),
    kept: json<{ sha256: string; size: number }[]>(),
    certificateSha256: text(),
    by: text(),
    at: text(),
  },
  /** That the store was found older than it was seen, or written again; of the store, not of an engagement. */
  storeNotice: {
    lost: json<LostHistory[]>(),
    foundAt: text(),
    acceptedBecause: optional(text()),
    acceptedBy: optional(text()),
    acceptedAt: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
