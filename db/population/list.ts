import type { Reader } from '../reader.ts'
import { practitionerName } from '../practitionerName.ts'

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
  return reader.all<PopulationListRow>(listSql, {
    engagementId,
    start: period?.start ?? null,
    end: period?.end ?? null,
  })
}

const listSql = `
WITH
  listed AS MATERIALIZED (
    SELECT population.id AS id, rows.key AS key
    FROM population JOIN population_rows AS rows ON rows.population_id = population.id
    WHERE population.engagement_id = @engagementId AND population.deleted = 0),
  decided AS MATERIALIZED (
    SELECT settlement.population_id AS id, settlement.row AS row, settlement.decision AS decision
    FROM listed JOIN settlement ON settlement.population_id = listed.id WHERE settlement.deleted = 0),
  shared AS MATERIALIZED (
    SELECT listed.id AS id, found.item_id AS item_id
    FROM listed JOIN population_duplicate AS found ON found.rows_key = listed.key
      LEFT JOIN decided ON decided.id = listed.id AND decided.row = found.row
    WHERE decided.decision IS NOT 'exclude' GROUP BY 1, 2 HAVING count(*) > 1),
  outsiders AS MATERIALIZED (
    SELECT listed.id AS id, found.row AS row
    FROM listed JOIN population_row AS found ON found.rows_key = listed.key AND found.occurred_on < @start
    UNION ALL
    SELECT listed.id AS id, found.row AS row
    FROM listed JOIN population_row AS found ON found.rows_key = listed.key AND found.occurred_on > @end)
SELECT population.id AS populationId, population.name AS name, population.file_name AS fileName,
  population.sha256 AS sha256, population.rows AS rows, population.complete AS complete,
  population.accurate AS accurate, population.procedure AS procedure, population.concluded_at AS concludedAt,
  ${practitionerName('population.concluded_by', 'population.engagement_id')} AS concludedBy,
  population.imported_at AS importedAt,
  (SELECT count(*) FROM decided WHERE decided.id = population.id AND decision = 'exclude') AS excluded,
  (SELECT count(*) FROM shared WHERE shared.id = population.id)
    + (SELECT count(*) FROM outsiders WHERE outsiders.id = population.id
       AND NOT EXISTS (SELECT 1 FROM decided WHERE decided.id = outsiders.id AND decided.row = outsiders.row)) AS unsettled,
  (SELECT count(*) FROM sample WHERE sample.population_id = population.id AND sample.deleted = 0) AS samples
FROM listed JOIN population ON population.id = listed.id
ORDER BY population.imported_at, population.id`
