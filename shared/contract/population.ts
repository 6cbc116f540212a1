import { z } from 'zod'
import { command, query } from './define.ts'
import { Encoding } from './csv.ts'
import { TableFormat } from './table.ts'
import { Id, Instant, Line, Nothing, PlainDate, Prose, Reason, Sha256 } from './values.ts'

/** `iso` 2026-04-02, `dmy` 02.04.2026 or 2/4/2026, `mdy` 4/2/2026. */
export const DateFormat = z.enum(['iso', 'dmy', 'mdy'])

/** Which column of the list is what; `further` are columns that are shown beside the items. */
export const PopulationColumns = z.strictObject({
  itemId: z.string(),
  date: z.string().optional(),
  stratum: z.string().optional(),
  amount: z.string().optional(),
  further: z.array(z.string()).max(2000).optional(),
})
export type PopulationColumns = z.infer<typeof PopulationColumns>

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

/**
 * What is looked at by itself in every population. Duplicates and rows outside the period are settled row by row; of the
 * others each finding is dismissed with a reason or asked of the client.
 */
export const PopulationCheck = z.enum([
  'duplicate_ids',
  'outside_period',
  'control_total',
  'rejected_rows',
  'look_alike_ids',
  'sequence_gaps',
  'months_without_rows',
  'days_without_rows',
  'dated_after_extract',
  'rows_without_date',
])
export type PopulationCheck = z.infer<typeof PopulationCheck>

/** A fact that a check found. */
export const Finding = z.object({
  check: PopulationCheck,
  /** Rows, ids, numbers or months concerned, as the sentence says. */
  count: z.int(),
  sentence: z.string(),
  /** The first of them in words. */
  examples: z.array(z.string()),
  decision: z
    .object({
      decision: z.enum(['dismissed', 'requested', 'settled']),
      reason: z.string(),
      requestId: Id.nullable(),
      by: z.string(),
      at: Instant,
    })
    .nullable(),
})
export type Finding = z.infer<typeof Finding>

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
  format: TableFormat,
  /** SHA-256 of the file as received: `sha256sum` of it gives the same. */
  sha256: Sha256,
  /** SHA-256 of the item ids that can be drawn, one a line, in file order; frozen by the completeness conclusion. */
  idsSha256: Sha256.nullable(),
  rows: z.int(),
  /** Rows of the file that were left out since they could not be taken. */
  rejectedRows: z.int(),
  /** Rows that can be drawn: all without those that the auditor excluded. */
  drawable: z.int(),
  columns: PopulationColumns,
  header: z.array(z.string()),
  dateFormat: DateFormat.nullable(),
  encoding: Encoding.nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  source: PopulationSource,
  findings: z.array(Finding),
  /** The first thousand, as of every list here; the findings count them all. */
  duplicates: z.array(Duplicate),
  outOfPeriod: z.array(OutOfPeriod),
  monthsWithoutRows: z.array(z.string()),
  datedAfterExtract: z.array(OutOfPeriod.omit({ settled: true })),
  byMonth: z.array(MonthCount),
  settlements: z.array(Settlement),
  conclusion: z
    .object({
      complete: z.boolean(),
      accurate: z.boolean(),
      procedure: z.string(),
      by: z.string(),
      at: Instant,
      /** Checks whose findings were neither dismissed nor asked about when it was taken. */
      openChecks: z.array(PopulationCheck),
    })
    .nullable(),
  /** Why a conclusion was taken back, until the next one is taken. */
  reopenedBecause: z.string().nullable(),
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

export const populationContract = {
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
  'population.decideCheck': command({
    title: 'Dismiss what a check found with a reason, record that the client was asked, or take the decision back',
    params: z.strictObject({
      populationId: Id,
      check: PopulationCheck,
      decision: z.enum(['dismissed', 'requested', 'open']),
      reason: Reason,
      /** The request that asks the client. */
      requestId: Id.optional(),
    }),
    result: Nothing,
    errors: ['population.not_found', 'population.nothing_found', 'population.settled_by_row'],
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
