import { type Field, optional, text } from './field.ts'

/** Letters as they were received; the file itself is evidence of the letter. */
export const letterEntities = {
  letter: {
    kind: text<'assertion' | 'representation' | 'bridge'>(),
    /** Who issued it; a bridge letter is management's own. */
    issuer: text<'management' | 'auditor' | 'other'>(),
    datedOn: optional(text()),
    signedBy: optional(text()),
    /** The days that it speaks of: a period, or a date. */
    periodStart: optional(text()),
    periodEnd: optional(text()),
    asOf: optional(text()),
    /** Its wording, for the report. */
    text: optional(text()),
    note: optional(text()),
    removedBecause: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
