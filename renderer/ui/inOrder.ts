/** @returns the elements of a text with keys by their place: the order is what tells them apart, and they hold no state */
export function inOrder<T>(elements: readonly T[]): { key: string; element: T }[] {
  return elements.map((element, place) => ({ key: String(place), element }))
}
