/**
 * A row that has the focus stays, however far it is scrolled away, or whoever works by keyboard would stand nowhere; its neighbours
 * stay with it, so that the next Tab goes to them.
 * @param shown the rows near the screen, ascending
 * @param focused the row that has the focus; negative where none has
 * @returns the rows to keep in the document, ascending
 */
export function withFocused(shown: readonly number[], focused: number, count: number): number[] {
  if (focused < 0) return [...shown]
  const kept = [focused - 1, focused, focused + 1].filter((row) => row >= 0 && row < count)
  return [...new Set([...shown, ...kept])].toSorted((one, other) => one - other)
}
