/** What may stand between two cells; where two fit equally well, the earlier one is meant. */
const candidates = [',', ';', '\t', '|'] as const

const inspectedRows = 50

/**
 * Finds the delimiter from the header and the first rows, quotes respected: the one that divides the header most, and the
 * rows into as many cells. A file of one column has none, and is read with commas.
 * @param text the beginning of the file
 * @param isWhole whether that is all of it; else its last row may be cut
 */
export function detectDelimiter(text: string, isWhole: boolean): string {
  const scored = candidates.map((delimiter) => ({ delimiter, score: scoreOf(cellCounts(text, delimiter, isWhole)) }))
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left))
  return best.delimiter
}

function scoreOf([header = 1, ...rows]: number[]): number {
  if (header === 1) return 0
  return header * (1 + rows.filter((count) => count === header).length)
}

/** @returns how many cells each of the first rows has under a delimiter; blank lines are none */
function cellCounts(text: string, delimiter: string, isWhole: boolean): number[] {
  const counts: number[] = []
  let [cells, length, quoted] = [1, 0, false]
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (!quoted && (character === '\n' || character === '\r')) {
      if (length > 0) counts.push(cells)
      if (counts.length === inspectedRows) return counts
      cells = 1
      length = 0
    } else {
      length += 1
      if (!quoted && character === delimiter) cells += 1
    }
  }
  const isLastWhole = isWhole || counts.length === 0
  return isLastWhole && length > 0 ? [...counts, cells] : counts
}
