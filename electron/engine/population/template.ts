import type { TemplateRow } from '../../../db/mappingTemplate.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { PopulationColumns } from '../../../shared/contract/population.ts'
import type { DateFormat } from '../../../shared/period/dateFormat.ts'

/** @returns the names of the columns that a mapping uses */
export function usedColumns({ itemId, date, stratum, amount, further = [] }: PopulationColumns): string[] {
  return [itemId, date, stratum, amount, ...further].filter((column) => column !== undefined)
}

/** @param header of the list at hand: a template fits where the list has all of its columns */
export function describeTemplate(
  row: TemplateRow,
  header: readonly string[] | undefined,
): ResultOf<'mapping.list'>['templates'][number] {
  const { id, client, name, columns, sheet, savedByName, savedAt } = row
  return {
    templateId: id,
    client,
    name,
    header: row.header,
    columns,
    dateFormat: row.dateFormat as DateFormat | null,
    sheet,
    source: row.source,
    savedBy: savedByName,
    savedAt,
    fits: header !== undefined && usedColumns(columns).every((column) => header.includes(column)),
  }
}
