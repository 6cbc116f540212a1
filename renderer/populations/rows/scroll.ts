/** Height of a row in pixels; the style sheet has the same. */
export const rowHeight = 28

/** Browsers lose pixels above some ten millions: a taller list is shown in a shorter frame. */
const tallest = 8_000_000

/** @returns the height of the scrolled content in pixels */
export function contentHeight(rows: number): number {
  return Math.min(rows * rowHeight, tallest)
}

/** What a frame shows of a list. */
export type Frame = { rows: number; height: number }

/** @returns how many whole rows a frame shows */
export function visibleRows({ height }: Pick<Frame, 'height'>): number {
  return Math.max(1, Math.floor(height / rowHeight))
}

/** @returns the first row, with a fraction, that stands at the top of the frame; the last row is reached at the very end */
export function topRow({ rows, height }: Frame, scrollTop: number): number {
  const scrollable = contentHeight(rows) - height
  if (scrollable <= 0) return 0
  const share = Math.min(1, Math.max(0, scrollTop / scrollable))
  return share * Math.max(0, rows - height / rowHeight)
}

/** @returns where a frame has to be scrolled to so that a row stands at its top, as far as the list reaches */
export function scrollTopOf({ rows, height }: Frame, row: number): number {
  const last = rows - height / rowHeight
  if (last <= 0) return 0
  return (Math.min(last, Math.max(0, row)) / last) * (contentHeight(rows) - height)
}
