/** Columns above which a file is refused: a list has a few dozen. */
export const mostColumns = 2000

/** Characters of one row above which a file is refused; a quote that is never closed ends here, and not at 200 MB. */
export const longestRow = 1_000_000

/** Bytes without the end of a row after which nothing more is read: 4 bytes for a character, and as much for its quotes. */
export const longestRowBytes = 8 * longestRow

/** Rows that are taken at once, before other work may run. */
export const sliceRows = 5000
