import { z } from 'zod'
import { command, query } from './define.ts'
import { Attribute, ProcedureNature, ProcedureTiming } from './procedure.ts'
import { Id, Instant, Line, Nothing, Reason } from './values.ts'

const written = {
  title: Line,
  /** The criteria that it tests controls of. */
  criteria: z.array(z.string().max(20)).max(61),
  aspect: z.enum(['design', 'operation']),
  nature: ProcedureNature,
  timing: ProcedureTiming.nullable(),
  text: Reason,
  attributes: z.array(Attribute).max(26),
}

export const LibraryProcedure = z.object({
  ...written,
  libraryProcedureId: Id,
  /** `catalogue` comes with the program, in own words, and is read-only. */
  origin: z.enum(['catalogue', 'firm']),
  /** Why it is no longer offered; `null` while it is. */
  retiredBecause: z.string().nullable(),
  savedBy: z.string().nullable(),
  savedAt: Instant.nullable(),
})
export type LibraryProcedure = z.infer<typeof LibraryProcedure>

export const libraryContract = {
  'library.list': query({
    title: "Procedures to begin from: the firm's own, then those that come with the program",
    params: z.strictObject({
      /** Only those for the criteria of this control. */
      controlId: Id.optional(),
      criterionId: z.string().max(20).optional(),
      origin: z.enum(['catalogue', 'firm']).optional(),
      /** Words that occur in them, in any order. */
      query: z.string().max(200).optional(),
      /** Retired ones as well. */
      retired: z.boolean().default(false),
    }),
    result: z.object({ procedures: z.array(LibraryProcedure) }),
    errors: ['control.not_found'],
  }),
  'library.save': command({
    title: "Write a procedure into the firm's library, or change it",
    params: z.strictObject({ libraryProcedureId: Id.optional(), ...written, timing: ProcedureTiming.nullish() }),
    result: z.object({ libraryProcedureId: Id }),
    errors: [
      'library.not_found',
      'library.read_only',
      'library.duplicate_title',
      'control.unknown_criterion',
      'procedure.duplicate_attribute',
      'procedure.unknown_placeholder',
    ],
  }),
  'library.retire': command({
    title: "Offer a procedure of the firm's library no longer, or again; procedures that began as it stay as they are",
    params: z.strictObject({ libraryProcedureId: Id, retired: z.boolean().default(true), reason: Reason }),
    result: Nothing,
    errors: ['library.not_found', 'library.read_only'],
  }),
  'library.use': command({
    title: 'Copy a procedure of the library into a control',
    params: z.strictObject({
      libraryProcedureId: Id,
      controlId: Id,
      aspect: z.enum(['design', 'operation']).optional(),
    }),
    result: z.object({ procedureId: Id }),
    errors: ['library.not_found', 'library.retired', 'control.not_found', 'procedure.operation_needs_period'],
  }),
  'library.keep': command({
    title: "Keep a procedure of a control in the firm's library, for the criteria of that control",
    params: z.strictObject({ procedureId: Id, title: Line }),
    result: z.object({ libraryProcedureId: Id }),
    errors: ['procedure.not_found', 'library.duplicate_title'],
  }),
}
