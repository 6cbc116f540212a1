import type { ReportCoverage, SubserviceMethod, SubserviceReport, SubserviceWarning } from '../contract/subservice.ts'
import { addDays, addMonths, daysBetween } from '../period/dayCount.ts'

/** What our report is about: a period, or a date. */
export type OurScope = { start: string; end: string } | { asOf: string }

/** A report of a subservice organisation as far as its days go. */
export type ReportDays = Pick<SubserviceReport, 'periodStart' | 'periodEnd' | 'asOf' | 'bridgeUntil'>

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)

/** @returns how many days a stretch has, both ends among them; none where it ends before it starts */
const length = (start: string, end: string) => Math.max(0, daysBetween(start, end) + 1)

/** @returns the stretch that a report speaks of; `null` for one as of a date, which tests no operation */
function stretchOf({ periodStart, periodEnd }: ReportDays): { start: string; end: string } | null {
  return periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd }
}

/**
 * How much of our scope a report covers. Of an engagement as of a date the scope is that one day, and the days between the
 * report's end and it are the gap.
 */
export function reportCoverage(report: ReportDays, ours: OurScope): ReportCoverage {
  const { start, end } = 'asOf' in ours ? { start: ours.asOf, end: ours.asOf } : ours
  const stretch = stretchOf(report)
  if (stretch === null) {
    const since = report.asOf === null ? null : Math.max(0, daysBetween(report.asOf, end))
    const isDay = 'asOf' in ours && report.asOf !== null
    return { overlap: 0, gapBefore: 0, gapAfter: isDay ? (since ?? 0) : length(start, end), bridged: 0 }
  }
  const firstAfter = 'asOf' in ours ? addDays(stretch.end, 1) : later(start, addDays(stretch.end, 1))
  return {
    overlap: length(later(start, stretch.start), earlier(end, stretch.end)),
    gapBefore: length(start, earlier(end, addDays(stretch.start, -1))),
    gapAfter: length(firstAfter, end),
    bridged: report.bridgeUntil === null ? 0 : length(firstAfter, earlier(end, report.bridgeUntil)),
  }
}

/** @returns days of our scope that no report and no bridge letter speaks of */
export function uncoveredDays(reports: readonly ReportDays[], ours: OurScope): number {
  const { start, end } = 'asOf' in ours ? { start: ours.asOf, end: ours.asOf } : ours
  const stretches = reports
    .flatMap((report) => {
      const stretch = stretchOf(report)
      if (stretch === null)
        return report.asOf === null ? [] : [{ start: report.asOf, end: report.bridgeUntil ?? report.asOf }]
      return [{ start: stretch.start, end: later(stretch.end, report.bridgeUntil ?? stretch.end) }]
    })
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
  let uncovered = 0
  let next = start
  for (const stretch of stretches) {
    if (stretch.end < next) continue
    uncovered += length(next, earlier(end, addDays(stretch.start, -1)))
    next = later(next, addDays(stretch.end, 1))
  }
  return uncovered + length(next, end)
}

/** What is known of an organisation besides its name. */
export type OrganisationFacts = {
  method: SubserviceMethod
  assertionObtained: boolean
  representationObtained: boolean
  reports: readonly (ReportDays & Pick<SubserviceReport, 'opinion'>)[]
  /** Complementary controls that it is to operate. */
  csocs: number
  /** Own controls that monitor vendors, such as those under CC9.2. */
  monitoringControls: number
  /** Its own controls in the matrix, of the inclusive method. */
  controls: readonly { tested: boolean }[]
}

/** Months after which a report says little of today, and for which a bridge letter is usually taken. */
const longAgoMonths = 12
const bridgeMonths = 3

/**
 * Facts that a reviewer would ask about; what follows from them a person decides.
 * Carve-out rests on the organisation's own report, on controls that it is to operate and on our monitoring of it; inclusive
 * on its assertion and representation, and on its controls, which are in our report and so are tested by us.
 */
export function subserviceWarnings(facts: OrganisationFacts, ours: OurScope): SubserviceWarning[] {
  const { method, reports, csocs, monitoringControls } = facts
  if (method === 'inclusive') {
    return [
      ...(facts.assertionObtained ? [] : (['no_assertion'] as const)),
      ...(facts.representationObtained ? [] : (['no_representation'] as const)),
      ...(facts.controls.length > 0 ? [] : (['no_own_control'] as const)),
      ...(facts.controls.every(({ tested }) => tested) ? [] : (['control_not_tested'] as const)),
    ]
  }
  const end = 'asOf' in ours ? ours.asOf : ours.end
  const lastDay = (report: ReportDays) => report.periodEnd ?? report.asOf ?? ''
  const last = reports.reduce((latest, report) => later(latest, lastDay(report)), '')
  const isDesignOnly = reports.length > 0 && reports.every((report) => stretchOf(report) === null)
  const isBridgedLong = reports.some(
    (report) => report.bridgeUntil !== null && report.bridgeUntil > addMonths(lastDay(report), bridgeMonths),
  )
  const found: [boolean, SubserviceWarning][] = [
    [reports.length === 0, 'no_report'],
    [reports.length > 0 && uncoveredDays(reports, ours) > 0, 'days_not_covered'],
    [last !== '' && addMonths(last, longAgoMonths) < end, 'report_ended_long_ago'],
    [isDesignOnly && !('asOf' in ours), 'design_only'],
    [isBridgedLong, 'bridge_too_long'],
    [reports.some(({ opinion }) => opinion !== 'unqualified'), 'opinion_not_unqualified'],
    [csocs === 0, 'no_complementary_control'],
    [monitoringControls === 0, 'no_monitoring_control'],
  ]
  return found.flatMap(([isSo, warning]) => (isSo ? [warning] : []))
}
