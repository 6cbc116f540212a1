import { type Field, optional, text } from './field.ts'

/** Entities of an engagement that follows another one: where it comes from, and what is looked after from there. */
export const priorEntities = {
  /** The engagement that this one follows, which this store need not have; its id is the engagement's. */
  priorPeriod: {
    priorEngagementId: text(),
    client: text(),
    periodStart: optional(text()),
    periodEnd: optional(text()),
    asOf: optional(text()),
    by: text(),
    at: text(),
  },
  /** Which paper of the engagement before a carried one comes from; its id is entity:id of the carried paper. */
  origin: { targetEntity: text(), targetId: text(), originId: text() },
  /** A deviation of an earlier period, as it was told then, and what became of it. `periodEnd` is the last day of that period. */
  followUp: {
    controlId: optional(text()),
    /** The control's reference then. */
    controlRef: text(),
    ref: text(),
    periodEnd: text(),
    condition: text(),
    cause: optional(text()),
    nature: optional(text<'isolated' | 'systematic' | 'intentional'>()),
    effect: optional(text()),
    managementResponse: optional(text()),
    status: text<'open' | 'resolved' | 'recurring' | 'no_longer_relevant'>(),
    remark: optional(text()),
    by: optional(text()),
    at: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
