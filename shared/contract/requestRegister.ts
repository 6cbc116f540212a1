import { z } from 'zod'
import { job } from './define.ts'
import { tableErrors } from './table.ts'
import { sheetErrors, sheetParams } from './sheet.ts'
import { FileRef, Id, PlainDate, RejectedRow, Sha256 } from './values.ts'

/** A request as a row of a list says it. */
export const NewRequestRow = z.object({
  row: z.int(),
  title: z.string(),
  text: z.string(),
  owner: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  priority: z.enum(['high', 'medium', 'low']).nullable(),
  controlId: Id.nullable(),
})
export type NewRequestRow = z.infer<typeof NewRequestRow>

/** The requests of an engagement as one list, out and in. */
export const requestRegisterContract = {
  'request.exportRegister': job({
    title: 'Write the requests that are not closed as one list, as XLSX or CSV',
    params: z.strictObject({
      engagementId: Id,
      ...sheetParams,
      /** The day on which ages are counted. */
      today: PlainDate,
    }),
    result: z.object({ requests: z.int(), sha256: Sha256 }),
    errors: ['engagement.not_found', ...sheetErrors],
  }),
  'request.importRegister': job({
    title: 'Take a list of requests, such as that of the year before; one that is asked already is not asked again',
    params: z.strictObject({
      engagementId: Id,
      file: FileRef,
      /** Sheet of the workbook; without it the first that is not hidden. */
      sheet: z.string().max(500).optional(),
      /** Only tell what would happen. */
      dryRun: z.boolean().default(false),
    }),
    result: z.object({
      requests: z.array(NewRequestRow),
      /** Rows whose title a request has that is not closed. */
      known: z.array(z.object({ row: z.int(), title: z.string() })),
      rejected: z.array(RejectedRow),
    }),
    errors: [...tableErrors, 'engagement.not_found', 'request.no_title_column', 'table.too_many_rows'],
  }),
}
