import { type DateFormat, dateFormats } from './dateFormat.ts'
import { DateTexts } from './dateTexts.ts'

/** What a whole column of texts says about its format. Blank texts say nothing. */
export type DateColumn = {
  /** `proven`: one format fits every date. `ambiguous`: day and month can be either way; ask. `mixed`: no format fits all; refuse. */
  verdict: 'none' | 'proven' | 'ambiguous' | 'mixed'
  /** Formats that fit every date of the column; the one proven, or those to ask about. */
  formats: DateFormat[]
  /** Place of the first text, from 0, that contradicts those before it; `null` unless mixed. */
  contradictedAt: number | null
  /** Texts that are a date under some format, and those that are none at all. */
  dates: number
  unreadable: number
}

/** Gathers the evidence of a column one text after another, so that no column has to be held at once. */
export class DateEvidence {
  readonly #texts = new DateTexts()
  #formats: readonly DateFormat[] = dateFormats
  #contradictedAt: number | null = null
  #dates = 0
  #unreadable = 0
  #place = 0

  add(text: string): void {
    const place = this.#place
    this.#place += 1
    if (text.trim() === '') return
    const formats = this.#texts.formatsOf(text)
    if (formats.length === 0) {
      this.#unreadable += 1
      return
    }
    this.#dates += 1
    if (this.#contradictedAt !== null) return
    this.#formats = this.#formats.filter((format) => formats.includes(format))
    if (this.#formats.length === 0) this.#contradictedAt = place
  }

  result(): DateColumn {
    const found = { contradictedAt: this.#contradictedAt, dates: this.#dates, unreadable: this.#unreadable }
    if (this.#dates === 0) return { verdict: 'none', formats: [], ...found }
    return { verdict: verdicts[this.#formats.length] ?? 'ambiguous', formats: [...this.#formats], ...found }
  }
}

const verdicts = ['mixed', 'proven', 'ambiguous'] as const

/** @returns the verdict over the whole column */
export function dateColumnOf(texts: Iterable<string>): DateColumn {
  const evidence = new DateEvidence()
  for (const text of texts) evidence.add(text)
  return evidence.result()
}
