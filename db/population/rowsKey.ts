/** SQL: the key under which the rows of `@populationId` are stored. */
export const rowsKey = '(SELECT key FROM population_rows WHERE population_id = @populationId)'
