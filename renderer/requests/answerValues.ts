import type { RequestAnswer } from '../../shared/contract/request.ts'
import { instantWords } from '../ui/dates.ts'
import { dateProblem } from '../ui/dateProblem.ts'

/** An answer as it is typed. */
export type AnswerValues = { answer: string; reference: string; providedOn: string; note: string }

/** @returns the fields of an answer that is recorded, or empty ones */
export function valuesOf(answer: RequestAnswer | null): AnswerValues {
  return {
    answer: answer?.answer ?? '',
    reference: answer?.reference ?? '',
    providedOn: answer?.providedOn ?? '',
    note: answer?.note ?? '',
  }
}

/** @returns whether the fields say something, and the day is one */
export function canRecord({ answer, reference, providedOn, note }: AnswerValues): boolean {
  const saysSomething = [answer, reference, providedOn, note].some((text) => text.trim() !== '')
  return saysSomething && (providedOn.trim() === '' || dateProblem(providedOn) === null)
}

/** @returns the fields as the engine takes them */
export function saidAnswer({ answer, reference, providedOn, note }: AnswerValues) {
  return { answer, reference, note, providedOn: providedOn.trim() === '' ? null : providedOn.trim() }
}

/** @returns who recorded an answer, when, and from which file */
export function recordedWords({ by, at, importedFrom }: RequestAnswer): string {
  const source = importedFrom === null ? '' : `, from ${importedFrom}`
  return `Recorded by ${by}, ${instantWords(at)}${source}`
}
