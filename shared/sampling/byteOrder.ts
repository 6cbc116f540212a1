/**
 * Compares two texts as `LC_ALL=C sort` does: byte for byte of their UTF-8, which is the order of their code points.
 * JavaScript's own order differs: it puts the halves of a character above U+FFFF before U+E000.
 * @returns below, equal to or above 0
 */
export function compareBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at += 1) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return place(x) - place(y)
  }
  return a.length - b.length
}

/** Halves of a character above U+FFFF move behind all whole ones. */
function place(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  return isHalf ? unit + 0x10000 : unit
}
