import { z } from 'zod'
import { command, job, query } from './define.ts'
import { DateFormat, Population, PopulationColumns, PopulationSource } from './population.ts'
import { tableErrors, tableParams, TablePreview } from './table.ts'
import { FileRef, Id, Instant, Line, Nothing, RejectedRow, Sha256 } from './values.ts'

const mapping = { columns: PopulationColumns, dateFormat: DateFormat.optional() }

const mappingErrors = [
  ...tableErrors,
  'csv.column_missing',
  'population.date_order_ambiguous',
  'population.date_order_mixed',
] as const

const exportErrors = ['file.unwritable', 'disk.full', 'disk.removed'] as const

/** How a client's list is read, kept for the next one of the same form. */
export const MappingTemplate = z.object({
  templateId: Id,
  client: z.string(),
  name: z.string(),
  header: z.array(z.string()),
  columns: PopulationColumns,
  dateFormat: DateFormat.nullable(),
  sheet: z.string().nullable(),
  source: PopulationSource,
  savedBy: z.string(),
  savedAt: Instant,
})
export type MappingTemplate = z.infer<typeof MappingTemplate>

export const populationImportContract = {
  'population.preview': job({
    title: 'Read a list and propose which column is which',
    params: z.strictObject({ ...tableParams }),
    result: TablePreview.extend({
      proposal: PopulationColumns.partial(),
      /** For each column that may hold dates: what its texts, all of them, prove about the order of day and month. */
      dates: z.array(z.object({ column: z.string(), formats: z.array(DateFormat) })),
      rowCount: z.int(),
    }),
    errors: tableErrors,
  }),
  'population.import': job({
    title: 'Import a population; duplicates and rows outside the period are named, bad rows refused unless skipped',
    params: z.strictObject({
      engagementId: Id,
      name: Line,
      ...tableParams,
      ...mapping,
      source: PopulationSource.optional(),
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
    errors: [...mappingErrors, 'engagement.not_found', 'population.bad_rows'],
  }),
  'population.badRows': job({
    title:
      'Try a mapping on a whole list without importing it: every row that cannot be taken, as a CSV file if wanted',
    params: z.strictObject({ ...tableParams, ...mapping, to: FileRef.optional() }),
    result: z.object({ rows: z.int(), count: z.int(), rejected: z.array(RejectedRow) }),
    errors: [...mappingErrors, ...exportErrors],
  }),
  'population.rejected': query({
    title: 'The rows of the file that an import left out, with their cells',
    params: z.strictObject({ populationId: Id }),
    result: z.object({ rejected: z.array(RejectedRow.extend({ cells: z.array(z.string()) })) }),
    errors: ['population.not_found'],
  }),
  'population.exportRejected': job({
    title: 'Write the rows that an import left out to a CSV file',
    params: z.strictObject({ populationId: Id, to: FileRef }),
    result: z.object({ rows: z.int(), sha256: Sha256 }),
    errors: ['population.not_found', ...exportErrors],
  }),
  'mapping.save': command({
    title: "Keep how a client's list is read, for the next one of the same form; the same name is replaced",
    params: z.strictObject({
      engagementId: Id,
      name: Line,
      header: z.array(z.string()).min(1).max(2000),
      columns: PopulationColumns,
      dateFormat: DateFormat.optional(),
      sheet: z.string().max(500).optional(),
      source: PopulationSource.optional(),
    }),
    result: z.object({ templateId: Id }),
    errors: ['engagement.not_found', 'csv.column_missing'],
  }),
  'mapping.list': query({
    title: "The templates of an engagement's client; those that fit a header first",
    params: z.strictObject({ engagementId: Id, header: z.array(z.string()).max(2000).optional() }),
    result: z.object({ templates: z.array(MappingTemplate.extend({ fits: z.boolean() })) }),
    errors: ['engagement.not_found'],
  }),
  'mapping.remove': command({
    title: 'Hide a template',
    params: z.strictObject({ templateId: Id }),
    result: Nothing,
    errors: ['mapping.not_found'],
  }),
}
