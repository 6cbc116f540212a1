/** Text that is markup already; whatever else goes into a page is escaped. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What a page can show: text, numbers, markup, and lists of these; nothing for what is not there. */
export type Shown = Markup | string | number | null | undefined | readonly Shown[]

/** @returns markup in which everything put in is escaped, unless it is markup itself */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  return new Markup(parts.map((part, at) => `${part}${markupOf(values[at])}`).join(''))
}

function markupOf(value: Shown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(markupOf).join('')
  return escapeText(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Marks that turn the direction of text, have no width or end a line elsewhere: what they hide is shown. */
const hidden = /[\u200B\u200E\u200F\u061C\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** Escapes text for content and quoted attributes. A hidden mark is shown by its code, for example `⟨U+202E⟩`. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll(/[\p{Cc}]/gu, (character) => (character === '\n' || character === '\t' ? character : codeOf(character)))
    .replaceAll(hidden, codeOf)
}

const codeOf = (character: string) =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
