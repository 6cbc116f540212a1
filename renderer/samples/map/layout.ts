import type { Scale } from './scale.ts'

/** Something with days, drawn from the first to the last of them. */
type Spanned = { start: string; end: string }

/**
 * Lines on which labels stand so that none covers another.
 * @param spans in the order of their first day
 * @param widthOf how wide the label of a span is, in the units of the picture
 * @param lines how many there are; a label that finds no room on any is left to the table beside the picture
 * @returns the line of each label; `null` for one without room
 */
export function labelLines<T extends Spanned>(
  spans: readonly T[],
  { scale, widthOf, lines }: { scale: Scale; widthOf: (span: T) => number; lines: number },
): (number | null)[] {
  const taken = Array.from({ length: lines }, () => 0)
  return spans.map((span) => {
    const [start, end] = [scale.at(span.start), scale.at(span.start) + widthOf(span)]
    const line = taken.findIndex((until) => until <= start)
    if (line === -1 || end > scale.width) return null
    taken[line] = end
    return line
  })
}

/** An item at its day, on a level that no item beside it is on. */
export type Placed<T> = { item: T; x: number; level: number }

/** What is left out of a place where more items lie than it has levels. */
export type Crowd = { x: number; more: number }

/**
 * Items side by side where they do not touch, one below the other where they would.
 * @param width of an item
 * @param levels how many items can lie below each other
 */
export function stacked<T extends { date: string }>(
  items: readonly T[],
  { scale, width, levels }: { scale: Scale; width: number; levels: number },
): { placed: Placed<T>[]; crowds: Crowd[] } {
  const ends = Array.from({ length: levels }, () => -width)
  const placed: Placed<T>[] = []
  const crowds: Crowd[] = []
  for (const item of items.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const x = (scale.at(item.date) + scale.after(item.date)) / 2
    const level = ends.findIndex((end) => end + width <= x)
    const last = crowds.at(-1)
    if (level !== -1) {
      ends[level] = x
      placed.push({ item, x, level })
    } else if (last !== undefined && x - last.x < crowdWidth) last.more += 1
    else crowds.push({ x, more: 1 })
  }
  return { placed, crowds }
}

/** Room that the number of left out items takes. */
const crowdWidth = 28
