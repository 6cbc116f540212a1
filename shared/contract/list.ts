import { z } from 'zod'
import { job } from './define.ts'
import { IsoEdition } from './iso.ts'
import { toPrint } from './print.ts'
import { SheetFormat, sheetErrors } from './sheet.ts'
import { FileRef, Id, Sha256 } from './values.ts'

/** Lists of the whole store. */
export const StoreList = z.enum(['engagements', 'policies', 'library'])
export type StoreList = z.infer<typeof StoreList>

/** Lists of an engagement. */
export const EngagementList = z.enum([
  'controls',
  'criteria',
  'coverageMatrix',
  'commitments',
  'procedures',
  'walkthroughs',
  'populations',
  'samples',
  'evidence',
  'requests',
  'deviations',
  'tickmarks',
  'conclusions',
  'opinion',
  'subservice',
  'complementary',
  'periodMarks',
  'letters',
  'narratives',
  'reviewNotes',
  'hours',
  'hoursByPhase',
])
export type EngagementList = z.infer<typeof EngagementList>

/** What the screen was narrowed to; without it, all rows. */
const narrowing = {
  /** Only these rows, in this order, by the ids that the list's own query gives. */
  ids: z.array(Id).max(100_000).optional(),
  /** The filters in words; they stand in the file. */
  shown: z.string().trim().max(500).optional(),
}

/** What a sheet of items may say further. */
const ofItems = {
  /** Names of the population's columns that stand on paper; without it the first that say more than id and day. Files hold all. */
  columns: z.array(z.string().max(32_767)).max(500).optional(),
}

/** A list is asked for by its name and by what it is of. */
const listsWith = <S extends z.ZodRawShape>(more: S) =>
  z.discriminatedUnion('list', [
    z.strictObject({ list: StoreList, ...narrowing, ...more }),
    z.strictObject({ list: EngagementList, engagementId: Id, ...narrowing, ...more }),
    z.strictObject({ list: z.literal('iso'), engagementId: Id, edition: IsoEdition, ...narrowing, ...more }),
    z.strictObject({ list: z.literal('comparison'), engagementId: Id, priorEngagementId: Id, ...narrowing, ...more }),
    z.strictObject({ list: z.literal('sample'), sampleId: Id, ...narrowing, ...ofItems, ...more }),
    z.strictObject({ list: z.literal('requestItems'), requestId: Id, ...narrowing, ...more }),
    z.strictObject({ list: z.literal('testSheet'), procedureId: Id, ...narrowing, ...ofItems, ...more }),
  ])

const ListSelection = listsWith({})
/** Which list, and which of its rows. */
export type ListSelection = z.infer<typeof ListSelection>

const listErrors = [
  'rollForward.prior_not_at_hand',
  'engagement.not_found',
  'sample.not_found',
  'procedure.not_found',
  'request.not_found',
  'request.no_items',
  'list.row_not_found',
] as const

export const listContract = {
  'list.export': job({
    title: 'Write any list or sheet as a workbook, as CSV, or as an HTML page to print; cells never run as formulas',
    params: listsWith({
      file: FileRef,
      /** Without it, the ending of the file's name decides. `pdf` is laid out by the window: `list.print` there. */
      format: z.enum([...SheetFormat.options, 'html', 'pdf']).optional(),
    }),
    result: z.object({ rows: z.int(), total: z.int(), sha256: Sha256 }),
    errors: [...listErrors, ...sheetErrors, 'print.needs_window'],
  }),
  'list.print': job({
    title: 'Prepare any list or sheet to be printed by the window, or to become a PDF there',
    params: ListSelection,
    result: toPrint.extend({ rows: z.int(), total: z.int() }),
    errors: listErrors,
  }),
}
