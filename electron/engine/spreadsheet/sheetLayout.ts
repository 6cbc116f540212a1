/** What a sheet says, in texts only. */
export type SheetTexts = {
  header: readonly string[]
  rows: readonly (readonly string[])[]
  /** Columns by their place that are not shown; a program finds them all the same. */
  hidden?: readonly number[]
  /** Columns that somebody fills in: wide enough to type in. */
  filledIn?: readonly number[]
}

/** How the cells of a sheet lie: a width for each column, and the lines of each row, the heads being the first. */
export type SheetLayout = { widths: number[]; lines: number[] }

/** Characters of a column: no column is narrower or wider, and one that somebody fills in is wide enough to type in. */
const narrowest = 8
const widest = 90
const filledInAtLeast = 32

/** Up to so many characters a cell is not broken: dates, references, counts. */
const shortText = 14

/** A row is as high as its longest cell, so the longest of a column weighs as much as so many. */
const longestWeighs = 30

/** What the margins of a cell take of its column, in characters. */
const margin = 2

/** Characters of a line for one of the width that columns are counted in: that of a digit, than which letters are narrower. */
const lettersPerDigit = 1.1

/** Characters beside each other that columns are fitted into: a page that lies holds them in letters of eight points. */
const fittedLength = 170

/**
 * Lays out a sheet so that it can be read on paper: as many columns as can stand beside each other on a page that lies, long
 * texts wrapped in them. Heights are said because not every program finds them by itself: LibreOffice does not without a window.
 */
export function sheetLayout({ header, rows, hidden = [], filledIn = [] }: SheetTexts): SheetLayout {
  const columns = header.flatMap((head, at) =>
    hidden.includes(at) ? [] : [needsOf(head, rows, at, filledIn.includes(at))],
  )
  const widths = fitted(columns)
  return {
    widths: header.map((_head, at) => widths.get(at) ?? narrowest),
    lines: [header, ...rows].map((row) =>
      columns.reduce((most, { at }) => Math.max(most, linesOf(row[at] ?? '', widths.get(at) ?? narrowest)), 1),
    ),
  }
}

type ColumnNeeds = {
  at: number
  /** Characters in which no word of its head breaks, and no short cell. */
  least: number
  /** Characters in which nothing is wrapped. */
  whole: number
  /** Characters of all that is wrapped in the least width; the longest text has more weight. */
  wrapped: number
}

function needsOf(head: string, rows: readonly (readonly string[])[], at: number, isFilledIn: boolean): ColumnNeeds {
  const lengths = rows.map((row) => longestOf((row[at] ?? '').split('\n')))
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const unbroken = Math.max(longestOf(head.split(/\s+/)), longest <= shortText ? longest : 0)
  const least = Math.max(isFilledIn ? filledInAtLeast : narrowest, unbroken + margin)
  const isWrapped = (length: number) => length + margin > least
  return {
    at,
    least,
    whole: Math.min(widest, Math.max(longest, head.length) + margin),
    wrapped: sum(
      [...Array.from<number>({ length: longestWeighs }).fill(longest), head.length, ...lengths].filter(isWrapped),
    ),
  }
}

const longestOf = (texts: readonly string[]) => texts.reduce((longest, { length }) => Math.max(longest, length), 0)

/** @returns widths by place: from the least on, each further character goes where it takes away most lines */
function fitted(columns: readonly ColumnNeeds[]): Map<number, number> {
  const widths = new Map(columns.map(({ at, least }) => [at, least]))
  for (let left = fittedLength - sum(widths.values()); left > 0; left -= 1) {
    let best = { at: -1, width: 0, gain: 0 }
    for (const { at, least, whole, wrapped } of columns) {
      const width = widths.get(at) ?? least
      const gain = width < whole ? wrapped / width ** 2 : 0
      if (gain > best.gain) best = { at, width, gain }
    }
    if (best.gain === 0) break
    widths.set(best.at, best.width + 1)
  }
  return widths
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, number) => all + number, 0)

/** @returns the lines that a text takes in a column, its words wrapped as a spreadsheet wraps them */
function linesOf(text: string, width: number): number {
  if (text.length <= width - margin && !text.includes('\n')) return 1
  return sum(text.split('\n').map((line) => wrappedLines(line, width)))
}

function wrappedLines(line: string, width: number): number {
  const room = Math.floor(width * lettersPerDigit) - margin
  let lines = 1
  let filled = 0
  for (const { length } of line.split(' ')) {
    const after = filled === 0 ? length : filled + 1 + length
    if (after <= room) {
      filled = after
      continue
    }
    if (filled > 0) lines += 1
    // A word that is longer than the column breaks within; what is so long has more digits than letters.
    const further = Math.max(0, Math.ceil(length / (width - margin)) - 1)
    lines += further
    filled = Math.min(room, length - further * (width - margin))
  }
  return lines
}
