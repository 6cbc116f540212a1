import type { ReportAttribute, ReportControl, ReportDeviation, ReportProcedure } from './facts.ts'
import type { ReportSettings } from './settings.ts'
import { sentence } from './words.ts'

/** Begins a text that has to be written before a report is issued. */
export const draftMark = '[To be completed:'

/** @returns a text in place of what somebody has to write */
export const draft = (what: string): string => `${draftMark} ${what}]`

/**
 * What a test came to. Without a deviation that none was noted, never that none exists; with one, the number tested, the
 * number found and every condition. What is not finished says so.
 */
export function procedureResult(procedure: ReportProcedure, settings: ReportSettings): string {
  const { attributes, deviations, undescribed, performed } = procedure
  const word = settings.deviationWord
  const untested = attributes.reduce((sum, each) => sum + each.untested, 0)
  const lines = [
    ...attributes.filter(({ found }) => found > 0).map((attribute) => foundLine(attribute, word)),
    ...deviations.map(({ ref, condition }) => `${ref}: ${sentence(condition)}`),
    ...(undescribed > 0 ? [draft(`${counted(undescribed, word)} not described`)] : []),
    ...(!performed ? [draft('the procedure was not performed')] : []),
    ...(performed && untested > 0 ? [draft(`${untested} results are not recorded`)] : []),
  ]
  const none = performed && deviations.length === 0 && undescribed === 0 && attributes.every(({ found }) => found === 0)
  return [...(none && untested === 0 ? [noneNoted(word)] : []), ...lines].join('\n')
}

/** @returns what is said where a test found nothing */
export const noneNoted = (word: ReportSettings['deviationWord']): string => `No ${word}s noted.`

/** `Approved before release: 2 deviations noted in 25 items tested.` */
export function foundLine({ text, tested, found }: ReportAttribute, word: ReportSettings['deviationWord']): string {
  return `${text}: ${counted(found, word)} noted in ${tested} ${tested === 1 ? 'item' : 'items'} tested.`
}

/** @returns what is said of deviations that no procedure found */
export const otherResult = (deviations: readonly ReportDeviation[]): string =>
  deviations.map(({ ref, condition }) => `${ref}: ${sentence(condition)}`).join('\n')

/** What is said of a control that did not occur: no test of it, and what confirmed that. */
export function nonOccurrence({ confirmation }: Pick<ReportControl, 'confirmation'>): string {
  const confirmed = (confirmation ?? '').trim()
  return [
    'The circumstances that call for this control did not occur during the period, so the control did not operate and its operating effectiveness was not tested.',
    confirmed === '' ? draft('what confirmed that it did not occur') : `How this was confirmed: ${sentence(confirmed)}`,
  ].join('\n')
}

/** @returns how large the sample was, where the firm or a deviation asks for it; else nothing */
export function sampleWords(procedure: ReportProcedure, settings: ReportSettings): string {
  const { sample } = procedure
  if (sample === null) return ''
  const found = procedure.deviations.length > 0 || procedure.attributes.some((each) => each.found > 0)
  if (settings.sampleSizes !== 'always' && !found) return ''
  return `Tested: ${sample.size} of ${sample.populationSize} in the population “${sample.population}”.`
}

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
