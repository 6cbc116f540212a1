/**
 * Finds a row of the file in a list that is in file order, where some may be left out.
 * @param row its number in the file
 * @param rowAt reads the number of the row at a place
 * @returns its place, or that of the next row after it; the last place when there is none
 */
export async function placeOfRow(
  row: number,
  total: number,
  rowAt: (place: number) => Promise<number>,
): Promise<number> {
  // Row 1 is the header: without rows left out, row 2 stands at place 0. So no row is further down than that.
  let [low, high] = [0, Math.max(0, Math.min(total - 1, row - 2))]
  let next = high
  while (low < high) {
    const found = await rowAt(next)
    if (found === row) return next
    if (found < row) low = next + 1
    else high = next
    next = Math.floor((low + high) / 2)
  }
  return Math.min(low, Math.max(0, total - 1))
}
