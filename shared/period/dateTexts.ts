import { type DateFormat, formatsOf, type ParsedDate, parseDate } from './dateFormat.ts'

/** Texts that are remembered; a column of instants has too many to remember, and each comes once. */
const mostTexts = 20_000

/** Reads the dates of a column. A year has 365 days and a list a million rows: each text is read once and remembered. */
export class DateTexts {
  readonly #formats = new Map<string, readonly DateFormat[]>()
  readonly #parsed = new Map<string, ParsedDate>()

  /** As {@link formatsOf}. */
  formatsOf(text: string): readonly DateFormat[] {
    return remembered(this.#formats, text, formatsOf)
  }

  /** As {@link parseDate}; all texts of one column have the same format. */
  parse(text: string, format: DateFormat): ParsedDate {
    return remembered(this.#parsed, text, () => parseDate(text, format))
  }
}

function remembered<V>(known: Map<string, V>, text: string, make: (text: string) => V): V {
  const found = known.get(text)
  if (found !== undefined) return found
  const made = make(text)
  if (known.size >= mostTexts) known.clear()
  known.set(text, made)
  return made
}
