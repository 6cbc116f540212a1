import type { Reader } from '../reader.ts'

/** Rows that can be drawn in one month. */
export type MonthRows = { month: string; rows: number }

/** @returns the drawable rows of a population by month; excluded rows and rows without a day are left out */
export function drawableByMonth(reader: Reader, populationId: string): MonthRows[] {
  return reader.all<MonthRows>(
    `WITH excluded AS MATERIALIZED (
       SELECT row.rows_key AS rows_key, substr(row.occurred_on, 1, 7) AS month, count(*) AS n
       FROM settlement JOIN population_rows AS rows ON rows.population_id = settlement.population_id
         JOIN population_row AS row ON row.rows_key = rows.key AND row.row = settlement.row
       WHERE settlement.population_id = @populationId AND settlement.decision = 'exclude' AND settlement.deleted = 0
         AND row.occurred_on IS NOT NULL
       GROUP BY 1, 2)
     SELECT month.month AS month, month.count - coalesce(excluded.n, 0) AS rows
     FROM population_rows AS rows JOIN population_month AS month ON month.rows_key = rows.key
       LEFT JOIN excluded ON excluded.rows_key = rows.key AND excluded.month = month.month
     WHERE rows.population_id = @populationId ORDER BY month.month`,
    { populationId },
  )
}

/** The wording of a control from a day on. */
export type Wording = { effectiveOn: string; description: string; frequency: string; type: string }

/** @returns the wordings of a control, oldest first */
export function wordingsOf(reader: Reader, controlId: string): Wording[] {
  return reader.all<Wording>(
    `SELECT effective_on AS effectiveOn, description, frequency, type FROM control_version
     WHERE control_id = @controlId AND deleted = 0 ORDER BY effective_on, rowid`,
    { controlId },
  )
}
