import { type Field, integer, json, optional, text } from './field.ts'

/** Entities of evidence: files by their SHA-256, what they support, and marks over their pages. */
export const evidenceEntities = {
  evidence: {
    sha256: text(),
    size: integer(),
    name: text(),
    mediaType: text(),
    effectiveOn: optional(text()),
    capturedOn: optional(text()),
    receivedOn: optional(text()),
    receivedFrom: optional(text()),
    origin: optional(text<'client' | 'system' | 'observed' | 'auditor' | 'third_party'>()),
    note: optional(text()),
    redactedFrom: optional(text()),
    removedBecause: optional(text()),
    importedAt: text(),
    importedBy: text(),
  },
  /** Its id is `evidence:entity:id`. */
  evidenceLink: {
    evidenceId: text(),
    targetEntity: text(),
    targetId: text(),
    unlinkedBecause: optional(text()),
  },
  /** `place` in shares of the page; it is one value, so that a mark that two people moved stands where one of them put it. */
  evidenceMark: {
    evidenceId: text(),
    page: integer(),
    shape: text<'rectangle' | 'ellipse' | 'arrow' | 'tick' | 'note'>(),
    place: json<{ x: number; y: number; width: number; height: number }>(),
    text: text(),
    colour: text<'red' | 'blue' | 'green' | 'orange'>(),
    by: text(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
