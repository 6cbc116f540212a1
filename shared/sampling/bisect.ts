/**
 * @param holds a condition that, once it holds, holds for every greater number
 * @returns the smallest whole number from `low` to `high` for which it holds; it is known to hold at `high`
 */
export function firstWhere(low: number, high: number, holds: (n: number) => boolean): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return to
}

/**
 * @param holds a condition that, once it holds, holds for every greater number
 * @returns the number between `low` and `high` from which it holds, to the last digit of floating point
 */
export function threshold(low: number, high: number, holds: (x: number) => boolean): number {
  let below = low
  let above = high
  for (;;) {
    const middle = below + (above - below) / 2
    if (middle <= below || middle >= above) return above
    if (holds(middle)) above = middle
    else below = middle
  }
}
