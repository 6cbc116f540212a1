import type { Reader } from '../reader.ts'
import { practitionerName } from '../practitionerName.ts'
import { unsettledDuplicateCount, unsettledOutside } from './findings.ts'

/** A population in a list; `unsettled` counts item ids and rows that the checks named and nobody settled. */
export type PopulationListRow = {
  populationId: string
  name: string
  fileName: string
  sha256: string
  rows: number
  excluded: number
  complete: number | null
  accurate: number | null
  procedure: string | null
  concludedBy: string | null
  concludedAt: string | null
  openChecks: string | null
  importedAt: string
  unsettled: number
  samples: number
}

/**
 * @param period of the engagement; `null` where it is as of a date
 * @returns the populations of an engagement, oldest first
 */
export function populationList(
  reader: Reader,
  engagementId: string,
  period: { start: string; end: string } | null,
): PopulationListRow[] {
  return reader.all<Omit<PopulationListRow, 'unsettled'>>(listSql, { engagementId }).map((row) => {
    const { ids, notListed } = unsettledDuplicateCount(reader, row.populationId)
    const outside =
      period === null
        ? 0
        : unsettledOutside(reader, row.populationId, { before: period.start, after: period.end }).count
    return { ...row, unsettled: ids + notListed + outside }
  })
}

const listSql = `
SELECT population.id AS populationId, population.name AS name, population.file_name AS fileName,
  population.sha256 AS sha256, population.rows AS rows, population.complete AS complete,
  population.accurate AS accurate, population.procedure AS procedure, population.concluded_at AS concludedAt,
  population.open_checks AS openChecks,
  ${practitionerName('population.concluded_by', 'population.engagement_id')} AS concludedBy,
  population.imported_at AS importedAt,
  (SELECT count(*) FROM settlement
   WHERE settlement.population_id = population.id AND settlement.decision = 'exclude' AND settlement.deleted = 0) AS excluded,
  (SELECT count(*) FROM sample WHERE sample.population_id = population.id AND sample.deleted = 0) AS samples
FROM population WHERE population.engagement_id = @engagementId AND population.deleted = 0
ORDER BY population.imported_at, population.id`
