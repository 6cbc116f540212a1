import { excludedCount, nameOfPractitioner, rowsByMonth, settlementRows } from '../../../db/population.ts'
import { type PopulationListRow, populationList } from '../../../db/population/list.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Encoding } from '../../../shared/contract/csv.ts'
import type { Population, PopulationSource } from '../../../shared/contract/population.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { DateFormat } from '../../../shared/period/dateFormat.ts'
import { loadEngagement } from '../engagement.ts'
import { periodOf } from '../sample/period.ts'
import { findDatedAfter, findDuplicates, findMonthsWithoutRows, findOutOfPeriod } from './findings.ts'

/** @returns a population with what its checks find now, the decisions, and the conclusion */
export function describePopulation(reader: Reader, row: EntityRow<'population'>): Population {
  const { id, columns, source } = row
  const period = periodOf(loadEngagement(reader, row.engagementId))
  const byMonth = rowsByMonth(reader, id)
  const known = source as PopulationSource
  return {
    populationId: id,
    engagementId: row.engagementId,
    name: row.name,
    fileName: row.fileName,
    sha256: row.sha256,
    idsSha256: row.idsSha256,
    rows: row.rows,
    drawable: row.rows - excludedCount(reader, id),
    columns,
    header: row.header,
    dateFormat: row.dateFormat as DateFormat | null,
    encoding: row.encoding as Encoding,
    delimiter: row.delimiter,
    source: known,
    duplicates: findDuplicates(reader, id),
    outOfPeriod: findOutOfPeriod(reader, id, period),
    monthsWithoutRows: columns.date === undefined ? [] : findMonthsWithoutRows(byMonth, period),
    datedAfterExtract: findDatedAfter(reader, id, known.extractedOn),
    byMonth,
    settlements: settlementRows(reader, id),
    conclusion: conclusionOf(reader, row),
    importedAt: row.importedAt,
  }
}

function conclusionOf(reader: Reader, row: EntityRow<'population'>): Population['conclusion'] {
  const { complete, accurate, procedure, concludedBy, concludedAt } = row
  if (complete === null || accurate === null || concludedBy === null || concludedAt === null) return null
  const by = nameOfPractitioner(reader, row.engagementId, concludedBy)
  return { complete, accurate, procedure: procedure ?? '', by, at: concludedAt }
}

/** @returns the populations of an engagement, oldest first @throws DomainError `engagement.not_found` */
export function listPopulations(reader: Reader, engagementId: string): ResultOf<'population.list'> {
  const period = periodOf(loadEngagement(reader, engagementId))
  return { populations: populationList(reader, engagementId, period).map(summaryOf) }
}

function summaryOf(row: PopulationListRow): ResultOf<'population.list'>['populations'][number] {
  const { populationId, name, fileName, sha256, rows, excluded, importedAt, unsettled, samples } = row
  const { complete, accurate, procedure, concludedBy, concludedAt } = row
  const conclusion =
    concludedAt === null
      ? null
      : {
          complete: complete === 1,
          accurate: accurate === 1,
          procedure: procedure ?? '',
          by: concludedBy ?? '',
          at: concludedAt,
        }
  return {
    populationId,
    name,
    fileName,
    sha256,
    rows,
    drawable: rows - excluded,
    conclusion,
    importedAt,
    unsettled,
    samples,
  }
}
