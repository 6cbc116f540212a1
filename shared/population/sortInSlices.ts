/** Places that are sorted, or put together, before other work may run: a few milliseconds. */
const placesAtOnce = 20_000
const runLength = 512

/**
 * Sorts places by merging, which keeps equal ones in their order, and stops again and again so that a million rows do not
 * hold up whoever else wants something.
 * @param compare below 0 where the first place comes before the second
 */
export function* sortInSlices(
  places: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  let from = places.slice()
  for (let start = 0; start < from.length; start += runLength) {
    // Equal places are told apart by themselves: sorting typed arrays promises no order among them.
    from.subarray(start, start + runLength).sort((a, b) => compare(a, b) || a - b)
    if (start % placesAtOnce < runLength) yield
  }
  let to = new Uint32Array(from.length)
  for (let width = runLength; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) yield* merge(from, to, start, width, compare)
    ;[from, to] = [to, from]
  }
  return from
}

function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: (a: number, b: number) => number,
): Generator<void> {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let left = start
  let right = middle
  for (let at = start; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0)
    to[at] = (takesLeft ? from[left] : from[right]) ?? 0
    if (takesLeft) left += 1
    else right += 1
    if (at % placesAtOnce === 0) yield
  }
}
