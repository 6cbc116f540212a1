/** Height of a row in pixels; the style sheet has the same. */
export const rowHeight = 28

/** Browsers lose pixels above some ten millions: a taller list is shown in a shorter frame. */
const tallest = 8_000_000

/** @returns the height of the scrolled content in pixels */
export function contentHeight(rows: number): number {
  return Math.min(rows * rowHeight, tallest)
}

/** What a frame shows of a list: its height is that of the part below the head. */
export type Frame = { rows: number; height: number }

/** @returns how many whole rows a frame shows */
export function visibleRows({ height }: Pick<Frame, 'height'>): number {
  return Math.max(1, Math.floor(height / rowHeight))
}

/** @returns the row, with a fraction, at the top of the frame when it shows the very last ones */
export function lastTop({ rows, height }: Frame): number {
  return Math.max(0, rows - height / rowHeight)
}

/** @returns the first row, with a fraction, that stands at the top of the frame; the last row is reached at the very end */
export function topRow(frame: Frame, scrollTop: number): number {
  const scrollable = contentHeight(frame.rows) - frame.height
  if (scrollable <= 0) return 0
  return Math.min(1, Math.max(0, scrollTop / scrollable)) * lastTop(frame)
}

/** @returns where a frame has to be scrolled to so that a row stands at its top, as far as the list reaches */
export function scrollTopOf(frame: Frame, row: number): number {
  const last = lastTop(frame)
  if (last === 0) return 0
  return (Math.min(last, Math.max(0, row)) / last) * (contentHeight(frame.rows) - frame.height)
}

/** @returns the row for the top of the frame that is nearest to where it stands and shows a row whole */
export function topToShow(frame: Frame, top: number, row: number): number {
  const highest = Math.max(0, row + 1 - frame.height / rowHeight)
  return Math.min(lastTop(frame), Math.min(row, Math.max(highest, top)))
}
