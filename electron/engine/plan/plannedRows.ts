import { type DayRows, drawableByDay } from '../../../db/population/days.ts'
import { drawableCount } from '../../../db/sample/drawable.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkPeriod, isWithin } from '../../../shared/period/period.ts'

/** The rows of a population that can be drawn, counted for a plan; read once, however many parts a plan has. */
export class PlannedRows {
  readonly all: number
  readonly hasDates: boolean
  readonly #days: readonly DayRows[]

  constructor(reader: Reader, populationId: string, hasDates: boolean) {
    this.all = drawableCount(reader, populationId)
    this.hasDates = hasDates
    this.#days = hasDates ? drawableByDay(reader, populationId) : []
  }

  /** @throws DomainError `plan.window_needs_dates`, `period.end_before_start` */
  within(window: Period): number {
    if (!this.hasDates) throw new DomainError('plan.window_needs_dates')
    checkPeriod(window)
    return sumOf(this.#days.filter(({ day }) => isWithin(day, window)))
  }

  /** @returns rows without a date */
  undated(): number {
    return this.all - sumOf(this.#days)
  }
}

const sumOf = (days: readonly DayRows[]) => days.reduce((sum, { rows }) => sum + rows, 0)
