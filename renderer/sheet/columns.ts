/** Height of a line in pixels; the style sheet has the same. */
export const rowHeight = 28

/** Least and greatest width of the columns of a line in pixels, in their order; the note takes what is left. */
const widths = {
  saved: 24,
  order: 56,
  item: [104, 150],
  date: 92,
  population: [72, 140],
  letter: 44,
  note: 96,
} as const

/** CSS grid template of one line of the sheet: saved mark, order, item, date, population columns, attributes, note. */
export function lineTemplate(columns: number, letters: number): string {
  const { saved, order, item, date, population, letter, note } = widths
  return [
    `${saved}px ${order}px minmax(${item[0]}px, ${item[1]}px) ${date}px`,
    columns > 0 ? `repeat(${columns}, minmax(${population[0]}px, ${population[1]}px))` : '',
    letters > 0 ? `repeat(${letters}, ${letter}px)` : '',
    `minmax(${note}px, 1fr)`,
  ].join(' ')
}

/** @returns the least width of a line in pixels, so that its head and its rows never differ */
export function lineWidth(columns: number, letters: number): number {
  const { saved, order, item, date, population, letter, note } = widths
  return saved + order + item[0] + date + columns * population[0] + letters * letter + note
}

/** Most that the item id covers in pixels, which stays on the left when the sheet scrolls. */
export const stayingWidth = widths.item[1]
