import { DomainError } from '../errors/domainError.ts'
import { type DateFormat, dateFormats } from '../period/dateFormat.ts'
import { DateTexts } from '../period/dateTexts.ts'

/**
 * Decides the order of day and month of a date column from its texts, row after row. As soon as one format alone is left it
 * is proven; a later text that it does not fit makes the column mixed.
 */
export class DateOrder {
  readonly #column: string
  readonly #texts = new DateTexts()
  #left: readonly DateFormat[] = dateFormats
  #dates = 0

  constructor(column: string) {
    this.#column = column
  }

  /** @throws DomainError `population.date_order_mixed` */
  add(row: number, text: string): void {
    const formats = this.#texts.formatsOf(text)
    if (formats.length === 0) return
    this.#dates += 1
    if (this.#left.length <= 1 && this.#left[0] !== undefined && formats.includes(this.#left[0])) return
    this.#left = this.#left.filter((format) => formats.includes(format))
    if (this.#left.length === 0) throw new DomainError('population.date_order_mixed', { column: this.#column, row })
  }

  /** Whether one format alone is left. */
  get isProven(): boolean {
    return this.#left.length === 1
  }

  /**
   * Call it when the format is proven or every text was added.
   * @returns the format; `iso` for a column without any date, where it only words the refusal of other texts
   * @throws DomainError `population.date_order_ambiguous`
   */
  format(): DateFormat {
    const [format, other] = this.#left
    if (this.#dates === 0 || format === undefined) return 'iso'
    if (other !== undefined)
      throw new DomainError('population.date_order_ambiguous', { column: this.#column, formats: this.#left })
    return format
  }
}
