/** One row of a population as it was taken: cells as received, and what the mapping made of them. */
export type PopulationRow = {
  /** Row of the file, the header being row 1. */
  row: number
  itemId: string
  /** Day of the calendar; `null` without a date column or where its cell is blank. */
  occurredOn: string | null
  stratum: string | null
  amount: string | null
  cells: string[]
}

/**
 * The canonical line of a row, over all of which the journal holds a SHA-256: a JSON array (as RFC 8785 writes it) of row,
 * item id, day, stratum, amount and cells, and a line feed.
 */
export function rowLine({ row, itemId, occurredOn, stratum, amount, cells }: PopulationRow): string {
  return `${JSON.stringify([row, itemId, occurredOn, stratum, amount, cells])}\n`
}
