/** Markup that was made by {@link markup}: every text in it is escaped. Nothing else can become markup. */
export class Html {
  readonly markup: string

  /** @param escapedText is trusted: what {@link markup} escaped, or a constant of ours */
  constructor(escapedText: string) {
    this.markup = escapedText
  }
}

/** What a place of a template may be filled with: texts are escaped, markup and lists of it stand as they are. */
type Filling = string | number | Html | readonly Html[]

/**
 * Makes markup from a template: whatever is filled in stays text, be it `<img onerror>` or `</style>`.
 * Places stand between tags or in quoted attributes, never in a tag's name, a style or a script.
 */
export function markup(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return new Html(pieces.reduce((made, piece, at) => made + filled(fillings[at - 1]) + piece))
}

function filled(filling: Filling | undefined): string {
  if (filling === undefined) return ''
  if (filling instanceof Html) return filling.markup
  return typeof filling === 'object' ? filling.map((each) => each.markup).join('') : escaped(String(filling))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters are shown as such; line breaks and tabs stay. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, '\u{FFFD}')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
