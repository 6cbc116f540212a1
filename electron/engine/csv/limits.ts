/** Columns above which a file is refused: a list has a few dozen. */
export const mostColumns = 2000

/** Bytes of one row above which a file is refused; a quote that is never closed ends here, and not at 200 MB. */
export const longestRowBytes = 1_000_000

/** Rows that are taken at once, before other work may run. */
export const sliceRows = 5000
