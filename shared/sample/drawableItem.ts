/** A row of a population that can be drawn; `date` and `stratum` as the import read them. */
export type DrawableItem = { row: number; itemId: string; date: string | null; stratum: string | null }

/** A drawn item in its place of the draw. Tickets belong to random selection, strata to stratified selection. */
export type DrawnItem = { item: DrawableItem; ticket: string | null; stratum: string | null }

/**
 * Names of the ways to select, as a workpaper and a proof record them; the number rises when the result for the same
 * input would change.
 */
export const algorithms = {
  random: 'tickmark-ticket-1',
  stratified: 'tickmark-strata-ticket-1',
  systematic: 'tickmark-systematic-1',
  targeted: 'targeted-1',
  all: 'all-items-1',
} as const
