import { z } from 'zod'
import { command, job, query } from './define.ts'
import { csvErrors, CsvPreview, Encoding } from './csv.ts'
import { FileRef, Id, Instant, Line, Nothing, page, PlainDate, Prose, Reason, RejectedRow, Sha256 } from './values.ts'

/** `iso` 2026-04-02, `dmy` 02.04.2026 or 2/4/2026, `mdy` 4/2/2026. */
export const DateFormat = z.enum(['iso', 'dmy', 'mdy'])

/** Which column of the file is what. */
export const PopulationColumns = z.strictObject({
  itemId: z.string(),
  date: z.string().optional(),
  stratum: z.string().optional(),
  amount: z.string().optional(),
})

/** Information produced by the entity: where the list came from and how its extraction was seen. */
export const PopulationSource = z.strictObject({
  system: z.string().trim().max(500).optional(),
  report: z.string().trim().max(2000).optional(),
  parameters: Prose.optional(),
  extractedBy: z.string().trim().max(500).optional(),
  extractedOn: PlainDate.optional(),
  observed: Prose.optional(),
  /** Row count that the source system itself showed, to reconcile to. */
  controlTotal: z.int().min(0).optional(),
})
export type PopulationSource = z.infer<typeof PopulationSource>

const MonthCount = z.object({ month: z.string(), count: z.int() })

/** Rows that share an item id; the first one stands until the auditor settles them. */
const Duplicate = z.object({ itemId: z.string(), rows: z.array(z.int()), identical: z.boolean(), settled: z.boolean() })
const OutOfPeriod = z.object({ row: z.int(), itemId: z.string(), date: z.string(), settled: z.boolean() })

export const Settlement = z.object({
  row: z.int(),
  itemId: z.string(),
  decision: z.enum(['exclude', 'keep']),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})

export const Population = z.object({
  populationId: Id,
  engagementId: Id,
  name: z.string(),
  fileName: z.string(),
  /** SHA-256 of the file as received: `sha256sum` of it gives the same. */
  sha256: Sha256,
  /** SHA-256 of the item ids that can be drawn, one a line, in file order; frozen by the completeness conclusion. */
  idsSha256: Sha256.nullable(),
  rows: z.int(),
  /** Rows that can be drawn: all without those that the auditor excluded. */
  drawable: z.int(),
  columns: PopulationColumns,
  header: z.array(z.string()),
  dateFormat: DateFormat.nullable(),
  encoding: Encoding,
  delimiter: z.string(),
  source: PopulationSource,
  duplicates: z.array(Duplicate),
  outOfPeriod: z.array(OutOfPeriod),
  monthsWithoutRows: z.array(z.string()),
  datedAfterExtract: z.array(OutOfPeriod.omit({ settled: true })),
  byMonth: z.array(MonthCount),
  settlements: z.array(Settlement),
  conclusion: z
    .object({ complete: z.boolean(), accurate: z.boolean(), procedure: z.string(), by: z.string(), at: Instant })
    .nullable(),
  importedAt: Instant,
})
export type Population = z.infer<typeof Population>

export const PopulationSummary = Population.pick({
  populationId: true,
  name: true,
  fileName: true,
  sha256: true,
  rows: true,
  drawable: true,
  conclusion: true,
  importedAt: true,
}).extend({ unsettled: z.int(), samples: z.int() })
export type PopulationSummary = z.infer<typeof PopulationSummary>

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

export const populationContract = {
  'population.preview': job({
    title: 'Read the first rows of a file and propose which column is which',
    params: z.strictObject({ file: FileRef }),
    result: CsvPreview.extend({
      proposal: PopulationColumns.partial(),
      /** For each column that may hold dates: what its texts, all of them, prove about the order of day and month. */
      dates: z.array(z.object({ column: z.string(), formats: z.array(DateFormat) })),
      rowCount: z.int(),
    }),
    errors: csvErrors,
  }),
  'population.import': job({
    title:
      'Import a population from CSV; duplicates and rows outside the period are named, bad rows refused unless skipped',
    params: z.strictObject({
      engagementId: Id,
      name: Line,
      file: FileRef,
      columns: PopulationColumns,
      source: PopulationSource.optional(),
      dateFormat: DateFormat.optional(),
      /** Take the good rows and leave the listed bad ones out; without it a bad row refuses the file. */
      skipRejected: z.boolean().default(false),
    }),
    result: z.object({
      populationId: Id,
      rows: z.int(),
      sha256: Sha256,
      duplicates: Population.shape.duplicates,
      outOfPeriod: Population.shape.outOfPeriod,
      rejected: z.array(RejectedRow),
      byMonth: Population.shape.byMonth,
    }),
    errors: [
      ...csvErrors,
      'engagement.not_found',
      'csv.column_missing',
      'population.bad_rows',
      'population.date_order_ambiguous',
      'population.date_order_mixed',
    ],
  }),
  'population.list': query({
    title: 'The populations of an engagement',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ populations: z.array(PopulationSummary) }),
    errors: ['engagement.not_found'],
  }),
  'population.get': query({
    title: 'One population with its checks, settlements and conclusion',
    params: z.strictObject({ populationId: Id }),
    result: Population,
    errors: ['population.not_found'],
  }),
  'population.items': query({
    title: 'A page of the rows of a population, in file order',
    params: z.strictObject({ populationId: Id, query: z.string().max(200).optional(), ...page }),
    result: z.object({ total: z.int(), items: z.array(PopulationItem) }),
    errors: ['population.not_found'],
  }),
  'population.settle': command({
    title: 'Exclude a row from what can be drawn, or keep it, with the reason',
    params: z.strictObject({
      populationId: Id,
      decisions: z
        .array(z.strictObject({ row: z.int().min(1), decision: z.enum(['exclude', 'keep']), reason: Reason }))
        .min(1)
        .max(1000),
    }),
    result: Nothing,
    errors: ['population.not_found', 'population.row_not_found', 'population.already_drawn', 'population.concluded'],
  }),
  'population.describe': command({
    title: 'Record where the list came from, who extracted it and how it was observed',
    params: z.strictObject({ populationId: Id, name: Line.optional(), source: PopulationSource }),
    result: Nothing,
    errors: ['population.not_found'],
  }),
  'population.conclude': command({
    title: 'Conclude on completeness and accuracy; required before a draw',
    params: z.strictObject({ populationId: Id, complete: z.boolean(), accurate: z.boolean(), procedure: Reason }),
    result: Nothing,
    errors: ['population.not_found', 'population.duplicate_id', 'population.unsettled', 'population.already_drawn'],
  }),
  'population.reopen': command({
    title: 'Take the completeness and accuracy conclusion back, before a sample is drawn',
    params: z.strictObject({ populationId: Id, reason: Reason }),
    result: Nothing,
    errors: ['population.not_found', 'population.not_concluded', 'population.already_drawn'],
  }),
  'population.remove': command({
    title: 'Hide a population that no sample was drawn from; its history stays',
    params: z.strictObject({ populationId: Id }),
    result: Nothing,
    errors: ['population.not_found', 'population.already_drawn'],
  }),
}
