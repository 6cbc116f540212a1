/** What can be wrong with a list that is to be exported or printed. */
export const listErrors = {
  'list.row_not_found': 'The list has no row {id} any more. Look at it again, then export it.',
} as const
