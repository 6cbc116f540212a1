import { z } from 'zod'
import { command, job, query } from './define.ts'
import { Procedure } from './procedure.ts'
import { SampleItem } from './sample.ts'
import { Tickmark } from './tickmark.ts'
import { tableErrors, TablePreview } from './table.ts'
import { FileRef, Id, Instant, Nothing, RejectedRow } from './values.ts'

/** What an attribute of an item came to; `null` is not tested. */
export const Outcome = z.enum(['pass', 'deviation', 'not_applicable'])
export type Outcome = z.infer<typeof Outcome>

const AttributeLetter = z.string().regex(/^[A-Z]$/)

/** A tickmark of the legend that is put beside a result, or taken away from it. */
const PlacedTickmark = z.strictObject({ tickmarkId: Id, placed: z.boolean() })

/** One cell of the test sheet. Leave `outcome`, `note` or a tickmark out to keep what is there. */
export const RecordedResult = z.strictObject({
  procedureId: Id,
  sampleItemId: Id,
  attribute: AttributeLetter,
  outcome: Outcome.nullable().optional(),
  note: z.string().max(10_000).nullable().optional(),
  tickmarks: z.array(PlacedTickmark).max(100).optional(),
})

export type RecordedResult = z.infer<typeof RecordedResult>

export const Result = z.object({
  sampleItemId: Id,
  attribute: AttributeLetter,
  outcome: Outcome.nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: Instant,
})
export type Result = z.infer<typeof Result>

/** What not applicable leaves of a sample: it reduces what was examined, and asks for a replacement. */
export const Applicability = z.object({
  sampleId: Id.nullable(),
  /** Items that the plan asks for: those of the first draw and of extensions that were not made for a replacement. */
  planned: z.int(),
  drawn: z.int(),
  attributes: z.array(z.object({ letter: AttributeLetter, applicable: z.int(), toReplace: z.int() })),
  /** The most that an attribute asks for. */
  toReplace: z.int(),
  /** Items that do not apply to some attribute, in draw order; one that applies to none can be replaced as a whole. */
  items: z.array(
    z.object({
      sampleItemId: Id,
      itemId: z.string(),
      attributes: z.array(AttributeLetter),
      appliesToNone: z.boolean(),
    }),
  ),
  /** Whether the sample has a next item: a random or stratified one. */
  hasNextItem: z.boolean(),
})
export type Applicability = z.infer<typeof Applicability>

/** Which column of a spreadsheet is what; attributes and their notes by letter. */
const SheetColumns = z.strictObject({
  itemId: z.string().max(500).optional(),
  outcomes: z.record(AttributeLetter, z.string().max(500)).optional(),
  notes: z.record(AttributeLetter, z.string().max(500)).optional(),
  /** A note on the whole item; it goes to the first deviation, else to the first attribute that was tested. */
  itemNote: z.string().max(500).optional(),
})

const sheetFile = { procedureId: Id, file: FileRef, sheet: z.string().max(500).optional() }

export const resultContract = {
  'result.record': command({
    title: 'Record the outcome of one cell of a test sheet, or of several at once',
    params: z.union([RecordedResult, z.strictObject({ results: z.array(RecordedResult).min(1).max(10_000) })]),
    result: Nothing,
    errors: [
      'procedure.not_found',
      'sample.item_not_found',
      'result.unknown_attribute',
      'result.item_of_other_sample',
      'result.item_replaced',
      'tickmark.not_found',
    ],
  }),
  'result.applicable': query({
    title:
      'How many items each attribute applies to, and how many are to be replaced for the sample to be as large as planned',
    params: z.strictObject({ procedureId: Id }),
    result: Applicability,
    errors: ['procedure.not_found'],
  }),
  'result.preview': job({
    title: 'Read the first rows of a test sheet that was kept in a spreadsheet, and propose which column is what',
    params: z.strictObject(sheetFile),
    result: TablePreview.extend({ proposal: SheetColumns }),
    errors: [...tableErrors, 'procedure.not_found'],
  }),
  'result.import': job({
    title:
      'Take the results of a test sheet that was kept in a spreadsheet, as one entry; what cannot be read is named',
    params: z.strictObject({
      ...sheetFile,
      /** Without it, the names of the columns decide. */
      columns: SheetColumns.optional(),
      /** Whether what differs from a recorded result replaces it. */
      overwrite: z.boolean().default(false),
      /** Only tell what would happen. */
      dryRun: z.boolean().default(false),
    }),
    result: z.object({
      /** Cells that are recorded, and cells that were recorded otherwise and are replaced. */
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      differing: z.array(
        z.object({
          row: z.int(),
          itemId: z.string(),
          attribute: AttributeLetter,
          recorded: z.string(),
          found: z.string(),
        }),
      ),
      rejected: z.array(RejectedRow),
      /** Items of the sample that no row is about. */
      missing: z.array(z.string()),
    }),
    errors: [
      ...tableErrors,
      'table.too_many_rows',
      'procedure.not_found',
      'csv.column_missing',
      'result.unknown_attribute',
      'result.no_item_column',
      'result.no_attribute_column',
      'result.no_sample',
    ],
  }),
  'result.sheet': query({
    title: 'The test sheet of a procedure: its sample items, attributes and results',
    params: z.strictObject({ procedureId: Id }),
    result: z.object({
      procedure: Procedure,
      header: z.array(z.string()),
      items: z.array(SampleItem),
      results: z.array(Result),
      /** Tickmarks by cell, those of a cell in the order of the legend. */
      placed: z.array(z.object({ sampleItemId: Id, attribute: AttributeLetter, tickmarkId: Id })),
      legend: z.array(Tickmark),
      /** How many files support a cell, where any does. */
      evidence: z.array(z.object({ sampleItemId: Id, attribute: AttributeLetter, files: z.int() })),
      /** How many review notes on a cell are not cleared, where any is. */
      reviewNotes: z.array(z.object({ sampleItemId: Id, attribute: AttributeLetter, notes: z.int() })),
    }),
    errors: ['procedure.not_found'],
  }),
}
