import { mappedControls } from '../../../db/criterion.ts'
import {
  controlCounts,
  type ControlCounts,
  deviationCounts,
  type DeviationCount,
  engagementSteps,
  type EngagementSteps,
  type RecordedCount,
  recordedCounts,
} from '../../../db/dashboard.ts'
import { papersOf } from '../../../db/paper/papers.ts'
import type { Reader } from '../../../db/reader.ts'
import { type PendingNote, pendingNotes } from '../../../db/review/notes.ts'
import type { DateAhead, PortfolioEntry } from '../../../shared/contract/dashboard.ts'
import type { ListedRequest } from '../../../shared/contract/request.ts'
import { type Done, phasesOf, type StepName } from '../../../shared/dashboard/phases.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { daysBetween } from '../../../shared/period/dayCount.ts'
import { signedKinds } from '../../../shared/review/queueReasons.ts'
import { applicableCriteria } from '../criterion/applicable.ts'
import { hasReviewer } from '../gates/review.ts'
import { datesOf } from '../lock/dates.ts'
import { listRequests } from '../request/load.ts'
import { keyOf } from '../review/papers.ts'
import { type SignOffFacts, standingByPaper } from '../signOff/load.ts'

/** What the dashboard of one engagement rests on; each table is read once. */
export type DashboardFacts = {
  engagement: EntityRow<'engagement'>
  criteria: readonly { criterionId: string; series: string }[]
  /** Controls under each criterion. */
  mapped: ReadonlyMap<string, readonly string[]>
  controls: readonly ControlCounts[]
  recorded: readonly RecordedCount[]
  deviations: readonly DeviationCount[]
  steps: EngagementSteps
  notes: readonly PendingNote[]
  requests: readonly ListedRequest[]
  /** Papers that have to be signed, under `entity:id`, and the genuine sign-offs on them as they stand. */
  papers: readonly string[]
  signOffs: readonly SignOffFacts[]
  hasReviewer: boolean
  dates: readonly DateAhead[]
  /** Aspects that the report speaks of. */
  aspects: number
}

/** @param today the day on which ages are counted and dates are counted down */
export function dashboardFacts(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
  today: string,
  signOffs: readonly SignOffFacts[],
): DashboardFacts {
  const { id } = engagement
  const mapped = Map.groupBy(mappedControls(reader, id), ({ criterionId }) => criterionId)
  return {
    engagement,
    criteria: applicableCriteria(reader, engagement),
    mapped: new Map([...mapped].map(([criterion, found]) => [criterion, found.map(({ controlId }) => controlId)])),
    controls: controlCounts(reader, id),
    recorded: recordedCounts(reader, id),
    deviations: deviationCounts(reader, id),
    steps: engagementSteps(reader, id),
    notes: pendingNotes(reader, id),
    requests: listRequests(reader, { engagementId: id, today }).requests,
    papers: papersOf(reader, id, signedKinds).map(keyOf),
    signOffs,
    hasReviewer: hasReviewer(reader, id),
    dates: datesAhead(reader, engagement, today),
    aspects: engagement.reportType === 'type2' ? 2 : 1,
  }
}

/** @returns the sign-offs on papers as they stand whose signatures hold */
export function genuineSignOffs(reader: Reader, engagementId: string): SignOffFacts[] {
  return [...standingByPaper(reader, engagementId).values()]
    .flat()
    .filter(({ problem, changedSince }) => problem === null && !changedSince)
}

/** @returns the numbers that the list of all engagements shows, too */
export function standingOf({
  engagement,
  ...facts
}: DashboardFacts): Pick<PortfolioEntry, 'phases' | 'open' | 'dates'> {
  const { notes, requests, deviations, dates } = facts
  return {
    phases: phasesOf(stepsOf({ engagement, ...facts })),
    open: {
      deviations: sumOf(deviations, ({ status, count }) => (status === 'concluded' ? 0 : count)),
      notes: notes.length,
      requests: requests.filter(({ status }) => status === 'open').length,
      requestsOverdue: requests.filter(({ overdue }) => overdue).length,
    },
    dates: [...dates],
  }
}

/** @returns the sum of a number of each */
export function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0)
}

function stepsOf(facts: DashboardFacts): Record<StepName, Done> {
  const { engagement, criteria, mapped, controls, recorded, deviations, steps, notes, papers, signOffs, aspects } =
    facts
  const done = (count: number, total: number): Done => ({ done: count, total })
  const signedBy = (roles: readonly string[]) => {
    const signed = new Set(signOffs.filter(({ role }) => roles.includes(role)).map(({ target }) => keyOf(target)))
    return done(papers.filter((key) => signed.has(key)).length, papers.length)
  }
  const deviationCount = sumOf(deviations, ({ count }) => count)
  const known = new Set(controls.map(({ controlId }) => controlId))
  const results = recorded.filter(({ controlId }) => known.has(controlId))
  return {
    criteria_covered: done(criteria.filter(({ criterionId }) => mapped.has(criterionId)).length, criteria.length),
    controls_with_procedure: done(controls.filter(({ procedures }) => procedures > 0).length, controls.length),
    populations_concluded: done(steps.populationsConcluded, engagement.reportType === 'type2' ? steps.populations : 0),
    procedures_performed: done(
      sumOf(controls, ({ performed }) => performed),
      sumOf(controls, ({ withoutSample }) => withoutSample),
    ),
    results_recorded: done(
      sumOf(results, (one) => one.recorded),
      sumOf(controls, ({ cells }) => cells),
    ),
    controls_concluded: done(
      sumOf(controls, ({ conclusions }) => Math.min(conclusions, aspects)),
      controls.length * aspects,
    ),
    papers_prepared: signedBy(['preparer']),
    papers_reviewed: facts.hasReviewer ? signedBy(['reviewer', 'partner']) : done(0, 0),
    notes_cleared: done(steps.notes - notes.length, steps.notes),
    deviations_concluded: done(
      sumOf(deviations, ({ status, count }) => (status === 'concluded' ? count : 0)),
      deviationCount,
    ),
    criteria_concluded: done(Math.min(steps.criteriaConcluded, criteria.length * aspects), criteria.length * aspects),
    parts_decided: done(Math.min(steps.partsDecided, aspects + 1), aspects + 1),
    report_dated: done(facts.dates.some(({ date }) => date === 'report') ? 1 : 0, 1),
  }
}

function datesAhead(reader: Reader, { id, periodEnd }: EntityRow<'engagement'>, today: string): DateAhead[] {
  const { plannedReportOn, reportOn, releaseOn, completionOn } = datesOf(reader, id)
  const days = [
    ['period_end', periodEnd],
    ['report_planned', reportOn === null ? plannedReportOn : null],
    ['report', reportOn],
    ['release', releaseOn],
    ['lock', completionOn],
  ] as const
  return days.flatMap(([date, on]) => (on === null ? [] : [{ date, on, days: daysBetween(today, on) }]))
}
