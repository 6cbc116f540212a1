import { boolean, type Field, optional, text } from './field.ts'

/** Entities of other frameworks than the Trust Services Criteria, and of the firm's own wording of any. */
export const frameworkEntities = {
  /** Whether a control answers a clause or a control of Annex A; its id is control:edition:requirement. */
  isoMapping: {
    controlId: text(),
    edition: text<'2013' | '2022'>(),
    requirementId: text(),
    mapped: boolean(),
    basis: text<'proposal' | 'own'>(),
  },
  /** A line of the statement of applicability; its id is engagement:edition:requirement. */
  isoApplicability: {
    edition: text<'2013' | '2022'>(),
    requirementId: text(),
    applicable: boolean(),
    justification: text(),
    implemented: text<'yes' | 'partly' | 'no'>(),
    by: text(),
    at: text(),
  },
  /** What a clause or a control of Annex A came to; its id is engagement:edition:requirement. */
  isoConclusion: {
    edition: text<'2013' | '2022'>(),
    requirementId: text(),
    outcome: text<'conform' | 'minor_nonconformity' | 'major_nonconformity' | 'opportunity'>(),
    reasoning: text(),
    by: text(),
    at: text(),
  },
  /** The firm's own wording of a requirement, for display; it belongs to the store. Its id is framework:requirement. */
  firmWording: { framework: text(), requirementId: text(), title: optional(text()), text: text() },
} as const satisfies Record<string, Record<string, Field>>
