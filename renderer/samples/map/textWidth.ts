/** Width of a letter of the picture's text in its units, nearly: texts are cut and placed by it before they are drawn. */
const letterWidth = 5.4

export const textWidth = (text: string): number => text.length * letterWidth

/** @returns the text, cut to the room that it has, or none where it has none */
export function fitting(text: string, room: number): string {
  const letters = Math.floor(room / letterWidth)
  if (text.length <= letters) return text
  return letters < 3 ? '' : `${text.slice(0, letters - 1)}…`
}
