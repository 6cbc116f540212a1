import { boolean, type Field, json, optional, text } from './field.ts'

/** An attribute as the firm's library keeps it. */
type KeptAttribute = { letter: string; text: string; expected: string | null }

/** Entities of walkthroughs, of the firm's library of procedures, and of what is said beside procedures and deviations. */
export const testingEntities = {
  /** Why a warning about a procedure is all right; its id is procedure:code. */
  warningAnswer: { procedureId: text(), code: text(), reason: text(), by: text(), at: text() },
  /** One instance of a control traced from end to end. */
  walkthrough: {
    controlId: text(),
    performedOn: text(),
    performedBy: text(),
    metWith: optional(text()),
    instance: text(),
    trace: text(),
    forms: optional(text()),
    suitablyDesigned: boolean(),
    implemented: boolean(),
    reasoning: optional(text()),
    removedBecause: optional(text()),
    by: text(),
    at: text(),
  },
  /** A procedure of the firm for any engagement; it belongs to the store. */
  libraryProcedure: {
    title: text(),
    criteria: json<string[]>(),
    aspect: text<'design' | 'operation'>(),
    nature: text<'inquiry' | 'observation' | 'inspection' | 'reperformance'>(),
    timing: optional(text<'interim' | 'roll_forward' | 'throughout' | 'as_of'>()),
    text: text(),
    attributes: json<KeptAttribute[]>(),
    retired: boolean(),
    retiredBecause: optional(text()),
    savedBy: text(),
    savedAt: text(),
  },
  /** A control that covers for a deviation of another one; its id is deviation:control. */
  deviationCompensation: { deviationId: text(), controlId: text(), testedHow: text() },
} as const satisfies Record<string, Record<string, Field>>
