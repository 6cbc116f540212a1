import { boolean, type Field, json, optional, text } from './field.ts'

/** Entities of the scope: what does not apply, what was promised, and where the system ends. */
export const scopeEntities = {
  /** Whether a criterion of the categories applies; its id is engagement:criterion. */
  criterionScope: { criterionId: text(), applicable: boolean(), reason: text(), by: text(), at: text() },
  /** A principal service commitment, or a system requirement that keeps one. */
  commitment: {
    kind: text<'commitment' | 'requirement'>(),
    ref: text(),
    text: text(),
    source: optional(text()),
    criteria: json<string[]>(),
    controlIds: json<string[]>(),
  },
  /** A part of the system that lies within its boundary, or outside of it with the reason. */
  systemPart: {
    component: text<'infrastructure' | 'software' | 'people' | 'procedures' | 'data'>(),
    name: text(),
    included: boolean(),
    reason: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
