import type { Letter, LetterKind, LetterProblem, LetterProblemCode } from '../contract/letter.ts'
import { addDays, addMonths } from '../period/dayCount.ts'
import { letterNames } from './letterNames.ts'
import type { OurScope } from '../subservice/coverage.ts'

/** A letter as far as its rules go. */
export type LetterFacts = Pick<
  Letter,
  'letterId' | 'kind' | 'issuer' | 'datedOn' | 'signedBy' | 'periodStart' | 'periodEnd' | 'asOf' | 'files'
>

/** How far a bridge letter may reach (practice: about three months; it is management's, and no auditor covers it). */
const longestBridge = 3

/** Letters without which there is no report (AT-C 205: written assertion and written representations). */
const needed: readonly LetterKind[] = ['assertion', 'representation']

/**
 * What is wrong with management's letters. The assertion is about the days of the report; the representation letter is dated
 * as of the report and is about the same days; a bridge letter goes on from there for three months at most.
 * @param reportOn the report date, or `null` where it is not set: what hangs on it is then not said
 */
export function letterProblems(
  letters: readonly LetterFacts[],
  ours: OurScope,
  reportOn: string | null,
): LetterProblem[] {
  const missing = needed
    .filter((kind) => !letters.some((letter) => letter.kind === kind))
    .map((kind) => ({ code: 'missing' as const, kind, letterId: null, text: `${nameOf(kind)} was not received yet.` }))
  return [...missing, ...letters.flatMap((letter) => problemsOf(letter, ours, reportOn))]
}

function problemsOf(letter: LetterFacts, ours: OurScope, reportOn: string | null): LetterProblem[] {
  const { kind, letterId, issuer, datedOn, signedBy, files } = letter
  const name = nameOf(kind)
  const found: [LetterProblemCode, boolean, string][] = [
    ['not_managements', issuer !== 'management', `${name} is not management's own.`],
    ['no_file', files === 0, `${name} is not kept as a file.`],
    ['not_dated', datedOn === null, `${name} has no date.`],
    ['not_signed', (signedBy ?? '') === '', `${name} is not signed.`],
    ...(kind === 'bridge' ? bridgeDays(letter, ours) : coveredDays(letter, ours)),
    ...againstReport(letter, reportOn),
  ]
  return found.flatMap(([code, holds, text]) => (holds ? [{ code, kind, letterId, text }] : []))
}

type Check = [LetterProblemCode, boolean, string]

/** Assertion and representations are about every day of the report, and are written when those days are over. */
function coveredDays({ kind, datedOn, periodStart, periodEnd, asOf }: LetterFacts, ours: OurScope): Check[] {
  const name = nameOf(kind)
  const isSaid = periodStart !== null || asOf !== null
  const covers =
    'asOf' in ours
      ? asOf === ours.asOf
      : periodStart !== null && periodEnd !== null && periodStart <= ours.start && periodEnd >= ours.end
  const days = 'asOf' in ours ? `as of ${ours.asOf}` : `from ${ours.start} to ${ours.end}`
  const end = 'asOf' in ours ? ours.asOf : ours.end
  return [
    ['days_not_said', !isSaid, `${name} does not say which days it is about.`],
    ['days_not_covered', isSaid && !covers, `${name} is not about the days of the report, ${days}.`],
    [
      'dated_before_end',
      datedOn !== null && datedOn < end,
      `${name} is dated ${datedOn ?? ''}, before the end of what it is about (${end}).`,
    ],
  ]
}

function bridgeDays({ datedOn, periodStart, periodEnd, asOf }: LetterFacts, ours: OurScope): Check[] {
  const name = nameOf('bridge')
  const end = 'asOf' in ours ? ours.asOf : ours.end
  const until = periodEnd ?? asOf
  const latest = addMonths(end, longestBridge)
  const nextDay = addDays(end, 1)
  return [
    ['days_not_said', until === null, `${name} does not say up to which day it reaches.`],
    [
      'bridge_too_long',
      until !== null && until > latest,
      `${name} reaches until ${until ?? ''}, more than three months past ${end}.`,
    ],
    [
      'bridge_leaves_days',
      periodStart !== null && periodStart > nextDay,
      `${name} begins on ${periodStart ?? ''} and leaves days open after ${end}.`,
    ],
    [
      'dated_before_end',
      datedOn !== null && until !== null && datedOn < until,
      `${name} is dated ${datedOn ?? ''}, before the end of what it is about (${until ?? ''}).`,
    ],
  ]
}

/** Representations are given as of the date of the report, neither earlier nor later. */
function againstReport({ kind, datedOn }: LetterFacts, reportOn: string | null): Check[] {
  if (reportOn === null || datedOn === null) return []
  const name = nameOf(kind)
  return [
    [
      'not_dated_as_report',
      kind === 'representation' && datedOn !== reportOn,
      `${name} is dated ${datedOn}, and the report ${reportOn}: they have to be the same day.`,
    ],
    [
      'dated_after_report',
      kind === 'assertion' && datedOn > reportOn,
      `${name} is dated ${datedOn}, after the report (${reportOn}).`,
    ],
  ]
}

/** The name as a sentence begins with it. */
function nameOf(kind: LetterKind): string {
  const name = letterNames[kind]
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
