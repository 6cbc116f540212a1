import type { ParamsOf } from '../../shared/contract/index.ts'
import type { SubserviceReport } from '../../shared/contract/subservice.ts'
import { dateProblem } from '../ui/dateProblem.ts'

/** The form's fields; empty where nothing is said. */
export type ReportValues = {
  title: string
  auditor: string
  scope: 'period' | 'date'
  periodStart: string
  periodEnd: string
  asOf: string
  opinion: SubserviceReport['opinion']
  exceptions: string
  cuecsConsidered: string
  bridgeUntil: string
}

export function reportValues(report: SubserviceReport | null): ReportValues {
  return {
    title: report?.title ?? 'SOC 2 Type 2',
    auditor: report?.auditor ?? '',
    scope: report !== null && report.asOf !== null ? 'date' : 'period',
    periodStart: report?.periodStart ?? '',
    periodEnd: report?.periodEnd ?? '',
    asOf: report?.asOf ?? '',
    opinion: report?.opinion ?? 'unqualified',
    exceptions: report?.exceptions ?? '',
    cuecsConsidered: report?.cuecsConsidered ?? '',
    bridgeUntil: report?.bridgeUntil ?? '',
  }
}

const dayIn = (scope: ReportValues['scope']) => (text: string, values: ReportValues) =>
  values.scope === scope ? dateProblem(text) : null

/** What the form asks for before it is saved. */
export const reportProblems = {
  title: (text: string) => (text.trim() === '' ? 'Say what report it is.' : null),
  periodStart: dayIn('period'),
  periodEnd: dayIn('period'),
  asOf: dayIn('date'),
  bridgeUntil: (text: string) => (text.trim() === '' ? null : dateProblem(text)),
}

/** @returns the call that saves the form */
export function reportParams(
  organisationId: string,
  report: SubserviceReport | null,
  { scope, ...values }: ReportValues,
): ParamsOf<'subservice.saveReport'> {
  const isOfPeriod = scope === 'period'
  return {
    organisationId,
    ...(report === null ? {} : { reportId: report.reportId }),
    title: values.title,
    opinion: values.opinion,
    auditor: orNull(values.auditor),
    periodStart: isOfPeriod ? values.periodStart.trim() : null,
    periodEnd: isOfPeriod ? values.periodEnd.trim() : null,
    asOf: isOfPeriod ? null : values.asOf.trim(),
    exceptions: orNull(values.exceptions),
    cuecsConsidered: orNull(values.cuecsConsidered),
    bridgeUntil: orNull(values.bridgeUntil),
  }
}

const orNull = (text: string): string | null => text.trim() || null
