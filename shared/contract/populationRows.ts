import { z } from 'zod'
import { job, query } from './define.ts'
import { FileRef, Id, page, PlainDate } from './values.ts'

export const PopulationItem = z.object({
  row: z.int(),
  itemId: z.string(),
  date: PlainDate.nullable(),
  stratum: z.string().nullable(),
  amount: z.string().nullable(),
  cells: z.array(z.string()),
  decision: z.enum(['exclude', 'keep']).nullable(),
})
export type PopulationItem = z.infer<typeof PopulationItem>

const Text = z.string().max(200)

/** A condition on a column of the file. Days are compared in the date column, numbers where cells are plain decimals. */
export const RowFilter = z.strictObject({
  column: Text,
  is: z.enum(['equal', 'not_equal', 'containing', 'starting', 'blank', 'filled', 'from', 'to']),
  /** Not needed for `blank` and `filled`. */
  value: Text.optional(),
})
export type RowFilter = z.infer<typeof RowFilter>

/** Which rows of a population are asked for, and in which order; in file order unless a column is named. */
export const rowChoice = {
  query: z.string().max(200).optional(),
  filters: z.array(RowFilter).max(20).optional(),
  sort: z.strictObject({ column: Text, descending: z.boolean().default(false) }).optional(),
}

const rowErrors = ['population.not_found', 'csv.column_missing'] as const

/** How a row of a later extract differs from the same item of the earlier one. */
const RowDifference = z.object({
  itemId: z.string(),
  /** Rows of the two files; `null` where the item is in one only. */
  earlierRow: z.int().nullable(),
  laterRow: z.int().nullable(),
  date: PlainDate.nullable(),
  /** Columns by name with both texts. */
  cells: z.array(z.object({ column: z.string(), earlier: z.string(), later: z.string() })),
})
export type RowDifference = z.infer<typeof RowDifference>

export const populationRowsContract = {
  'population.items': query({
    title:
      'A page of the rows of a population; a choice that was not looked for before takes as long as the rows are many',
    params: z.strictObject({ populationId: Id, ...rowChoice, ...page }),
    result: z.object({ total: z.int(), items: z.array(PopulationItem) }),
    errors: rowErrors,
  }),
  'population.find': job({
    title: 'Find and order the rows of a choice, so that its pages are then read at once',
    params: z.strictObject({ populationId: Id, ...rowChoice }),
    result: z.object({ total: z.int() }),
    errors: rowErrors,
  }),
  'population.columnSummary': job({
    title: 'What a column holds: filled, blank and distinct cells, extremes, sum and the most frequent texts',
    params: z.strictObject({ populationId: Id, column: Text, ...rowChoice }),
    result: z.object({
      rows: z.int(),
      filled: z.int(),
      blank: z.int(),
      /** Different texts, up to ten thousand; `null` where there are more. */
      distinct: z.int().nullable(),
      kind: z.enum(['text', 'number', 'date']),
      /** Smallest and largest: numbers by value, days by calendar, texts by their bytes. */
      least: z.string().nullable(),
      most: z.string().nullable(),
      /** Exact sum of the numbers, as decimal text. */
      sum: z.string().nullable(),
      frequent: z.array(z.object({ value: z.string(), count: z.int() })),
    }),
    errors: rowErrors,
  }),
  'population.compare': job({
    title: 'Compare a later extract with the earlier one, row by row: missing, added, changed and back-dated items',
    params: z.strictObject({ populationId: Id, earlierId: Id, to: FileRef.optional() }),
    result: z.object({
      unchanged: z.int(),
      counts: z.object({ missing: z.int(), added: z.int(), changed: z.int(), backDated: z.int() }),
      /** Columns that only one of the two extracts has; they are not compared. */
      columnsOfOne: z.array(z.string()),
      /** The first thousand of each kind. */
      missing: z.array(RowDifference),
      added: z.array(RowDifference),
      changed: z.array(RowDifference),
      /** Items that only the later extract has, dated by the day of the earlier one: it should have held them. */
      backDated: z.array(RowDifference),
    }),
    errors: [
      'population.not_found',
      'population.duplicate_id',
      'population.other_engagement',
      'file.unwritable',
      'disk.full',
      'disk.removed',
    ],
  }),
}
