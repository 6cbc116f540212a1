import type { ReportType } from '../../shared/contract/engagement.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { Letter, LetterKind } from '../../shared/contract/letter.ts'
import { dateProblem } from '../ui/dateProblem.ts'

/** The form's fields; empty where nothing is said. */
export type LetterValues = {
  kind: LetterKind
  issuer: Letter['issuer']
  datedOn: string
  signedBy: string
  scope: 'period' | 'date'
  periodStart: string
  periodEnd: string
  asOf: string
  text: string
  note: string
}

/** @param reportType of the engagement: a new letter speaks of what the report does */
export function letterValues(letter: Letter | null, reportType: ReportType | undefined): LetterValues {
  const isAsOf = letter === null ? reportType === 'type1' : letter.asOf !== null
  return {
    kind: letter?.kind ?? 'assertion',
    issuer: letter?.issuer ?? 'management',
    datedOn: letter?.datedOn ?? '',
    signedBy: letter?.signedBy ?? '',
    scope: isAsOf ? 'date' : 'period',
    periodStart: letter?.periodStart ?? '',
    periodEnd: letter?.periodEnd ?? '',
    asOf: letter?.asOf ?? '',
    text: letter?.text ?? '',
    note: letter?.note ?? '',
  }
}

const day = (text: string) => (text.trim() === '' ? null : dateProblem(text))

/** What the form asks for: nothing has to be known, but a day has to be one. */
export const letterChecks = { datedOn: day, periodStart: day, periodEnd: day, asOf: day }

/** @returns the call that saves the form */
export function letterParams(
  engagementId: string,
  letter: Letter | null,
  { kind, issuer, scope, ...values }: LetterValues,
): ParamsOf<'letter.save'> {
  const isOfPeriod = scope === 'period'
  return {
    engagementId,
    ...(letter === null ? {} : { letterId: letter.letterId }),
    kind,
    issuer,
    datedOn: orNull(values.datedOn),
    signedBy: orNull(values.signedBy),
    periodStart: isOfPeriod ? orNull(values.periodStart) : null,
    periodEnd: isOfPeriod ? orNull(values.periodEnd) : null,
    asOf: isOfPeriod ? null : orNull(values.asOf),
    text: orNull(values.text),
    note: orNull(values.note),
  }
}

const orNull = (text: string): string | null => text.trim() || null
