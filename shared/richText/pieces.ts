/** Characters of a piece: a cell of a workbook holds 32,767, and a reference takes the place of a token in it. */
const longestPiece = 30_000

/** @returns a text in pieces that each fit a cell, parted between lines wherever that can be; an empty text is one piece */
export function piecesOf(text: string, longest = longestPiece): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > longest) {
    const line = rest.lastIndexOf('\n', longest)
    const end = line > 0 ? line : longest
    pieces.push(rest.slice(0, end))
    rest = rest.slice(line > 0 ? end + 1 : end)
  }
  return [...pieces, rest]
}
