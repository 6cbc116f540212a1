import { excludedCount, nameOfPractitioner, settlementRows } from '../../../db/population.ts'
import { type PopulationListRow, populationList } from '../../../db/population/list.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Encoding } from '../../../shared/contract/csv.ts'
import type { Population, PopulationCheck } from '../../../shared/contract/population.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { DateFormat } from '../../../shared/period/dateFormat.ts'
import { loadEngagement } from '../engagement.ts'
import { periodOf } from '../sample/period.ts'
import { checkLists, findingsOf, sourceOf } from './facts.ts'

/** @returns a population with what its checks find now, the decisions, and the conclusion */
export function describePopulation(reader: Reader, row: EntityRow<'population'>): Population {
  const { id, columns } = row
  const period = periodOf(loadEngagement(reader, row.engagementId))
  const lists = checkLists(reader, row, period)
  return {
    populationId: id,
    engagementId: row.engagementId,
    name: row.name,
    fileName: row.fileName,
    format: row.format,
    sha256: row.sha256,
    idsSha256: row.idsSha256,
    rows: row.rows,
    rejectedRows: row.rejectedRows,
    drawable: row.rows - excludedCount(reader, id),
    columns,
    header: row.header,
    dateFormat: row.dateFormat as DateFormat | null,
    encoding: row.encoding as Encoding | null,
    delimiter: row.delimiter,
    sheet: row.sheet,
    source: sourceOf(row),
    findings: findingsOf(reader, row, period, lists),
    ...lists,
    settlements: settlementRows(reader, id),
    conclusion: conclusionOf(reader, row),
    reopenedBecause: row.reopenedBecause,
    importedAt: row.importedAt,
  }
}

function conclusionOf(reader: Reader, row: EntityRow<'population'>): Population['conclusion'] {
  const { complete, accurate, procedure, concludedBy, concludedAt } = row
  if (complete === null || accurate === null || concludedBy === null || concludedAt === null) return null
  const by = nameOfPractitioner(reader, row.engagementId, concludedBy)
  const openChecks = (row.openChecks ?? []) as PopulationCheck[]
  return { complete, accurate, procedure: procedure ?? '', by, at: concludedAt, openChecks }
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
          openChecks: JSON.parse(row.openChecks ?? '[]') as PopulationCheck[],
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
