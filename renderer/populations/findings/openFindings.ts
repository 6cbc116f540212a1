import type { Population } from '../../../shared/contract/population.ts'

/** A fact that a person has to settle, at the row that would be left out. */
export type Finding = { row: number; what: string; canKeep: boolean }

/** @returns what is still open: for each shared id its later rows, and every row outside the period */
export function openFindings({ duplicates, outOfPeriod, settlements }: Population): Finding[] {
  const excluded = new Set(settlements.filter(({ decision }) => decision === 'exclude').map(({ row }) => row))
  const repeated = duplicates
    .filter(({ settled }) => !settled)
    .flatMap(({ itemId, rows, identical }) => {
      const words = `${itemId} occurs in the rows ${rows.join(', ')}${identical ? ', which are identical' : ', with different content'}.`
      return rows
        .filter((row) => !excluded.has(row))
        .slice(identical ? 1 : 0)
        .map((row) => ({ row, what: words, canKeep: false }))
    })
  const outside = outOfPeriod
    .filter(({ settled }) => !settled)
    .map(({ row, itemId, date }) => ({
      row,
      what: `${itemId} (row ${row}) is dated ${date}, outside the observation period.`,
      canKeep: true,
    }))
  return [...repeated, ...outside]
}
