import type { Reader } from '../reader.ts'

/** @returns what the auditor decided about rows of a population, by row */
export function decisionsOf(reader: Reader, populationId: string): Map<number, 'exclude' | 'keep'> {
  const rows = reader.all<{ row: number; decision: 'exclude' | 'keep' }>(
    'SELECT row, decision FROM settlement WHERE population_id = @populationId AND deleted = 0',
    { populationId },
  )
  return new Map(rows.map(({ row, decision }) => [row, decision]))
}

/** @returns the rows of a population that the auditor excluded */
export function excludedRows(reader: Reader, populationId: string): Set<number> {
  return new Set(
    [...decisionsOf(reader, populationId)].flatMap(([row, decision]) => (decision === 'exclude' ? [row] : [])),
  )
}
