import { z } from 'zod'
import { csvErrors } from './csv.ts'
import { command, job, query } from './define.ts'
import { FileRef, Line, Nothing, RejectedRow } from './values.ts'

/** Catalogues that a firm may have its own, licensed wording of. */
export const Framework = z.enum(['tsc-2017', 'dc-200', 'iso27001-2013', 'iso27001-2022'])
export type Framework = z.infer<typeof Framework>

export const wordingContract = {
  'wording.import': job({
    title: "Take the firm's own wording of a framework from CSV, for display; it stays in this store",
    params: z.strictObject({
      framework: Framework,
      file: FileRef,
      columns: z
        .strictObject({
          id: Line,
          text: Line,
          title: Line.optional(),
          /** Guidance: shown below the wording, and never counted as passed or failed. */
          pointsOfFocus: Line.optional(),
        })
        .optional(),
    }),
    result: z.object({ imported: z.int(), unchanged: z.int(), rejected: z.array(RejectedRow) }),
    errors: [...csvErrors, 'csv.column_missing', 'wording.nothing_to_take'],
  }),
  'wording.list': query({
    title: "How much of each framework has the firm's own wording",
    params: Nothing,
    result: z.object({
      frameworks: z.array(
        z.object({
          framework: Framework,
          name: z.string(),
          requirements: z.int(),
          worded: z.int(),
          notice: z.string(),
        }),
      ),
    }),
  }),
  'wording.clear': command({
    title: "Take the firm's own wording of a framework out of display",
    params: z.strictObject({ framework: Framework }),
    result: z.object({ removed: z.int() }),
  }),
}
