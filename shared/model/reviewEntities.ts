import { type Field, integer, json, optional, text } from './field.ts'

/** Entities of the review: sign-offs, notes, what was looked at, and who works on what. */
export const reviewEntities = {
  /**
   * That a practitioner saw a paper and stands for it. Never changed after: `signature` covers every other field, the paper and
   * the engagement (see electron/engine/signOff/statement.ts).
   */
  signOff: {
    targetEntity: text(),
    targetId: text(),
    role: text<'preparer' | 'reviewer' | 'partner' | 'quality_reviewer'>(),
    by: text(),
    /** The role that the practitioner had in the engagement when signing. */
    practitionerRole: text(),
    /** SHA-256 of what was seen. */
    contentSha256: text(),
    /** The end of every device's chain at that moment: from there the difference to later is recomputed. */
    heads: json<{ deviceId: string; seq: number; hash: string }[]>(),
    at: text(),
    signature: text(),
  },
  /** That a sign-off no longer stands; its id is that of the sign-off. */
  signOffWithdrawal: { signOffId: text(), reason: text(), by: text(), at: text() },
  /** `target` is the row that is spoken of, down to a cell; `paper` the paper that it belongs to. */
  reviewNote: {
    ref: text(),
    paperEntity: text(),
    paperId: text(),
    targetEntity: text(),
    targetId: text(),
    field: optional(text()),
    kind: text<'question' | 'todo' | 'coaching'>(),
    priority: text<'low' | 'normal' | 'high'>(),
    text: text(),
    by: text(),
    at: text(),
    status: text<'open' | 'cleared'>(),
    clearedAt: optional(text()),
    clearedRemark: optional(text()),
    reopenedAt: optional(text()),
    reopenedBecause: optional(text()),
    strippedAt: optional(text()),
  },
  reviewResponse: { noteId: text(), text: text(), by: text(), at: text() },
  /** A paper that was open in front of a reviewer: the extent of review. */
  reviewVisit: { paperEntity: text(), paperId: text(), by: text(), openedAt: text(), seconds: integer() },
  /** Who works on a section or a paper; advisory. Its id is engagement:entity:id. */
  assignment: {
    targetEntity: text(),
    targetId: text(),
    practitionerId: text(),
    note: optional(text()),
    by: text(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
