import type { Reader } from '../../db/reader.ts'
import type {
  ControlProgress,
  CriterionProgress,
  Dashboard,
  dashboardContract,
} from '../../shared/contract/dashboard.ts'
import { deviationSteps } from '../../shared/deviation/steps.ts'
import { requestAge, requestAges } from '../../shared/dashboard/requestAge.ts'
import { noteAge } from '../../shared/review/noteAge.ts'
import { type DashboardFacts, dashboardFacts, genuineSignOffs, standingOf, sumOf } from './dashboard/facts.ts'
import { peopleProgress } from './dashboard/people.ts'
import { periodOverview } from './dashboard/periodMap.ts'
import { portfolioOf } from './dashboard/portfolio.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { phaseHoursOf } from './hours.ts'
import { mayLeaveUnread } from './signOff/lookAhead.ts'

export const dashboard: Handlers<typeof dashboardContract> = {
  'dashboard.engagement': ({ engagementId, today, readOnly }, { reader, jobs }) =>
    describeDashboard(reader, { engagementId, today, unread: readOnly && mayLeaveUnread(reader, engagementId, jobs) }),

  'dashboard.portfolio': (params, { reader }) => portfolioOf(reader, params),
}

type Asked = { engagementId: string; today: string; unread: boolean }

function describeDashboard(reader: Reader, { engagementId, today, unread }: Asked): Dashboard {
  const engagement = loadEngagement(reader, engagementId)
  const facts = dashboardFacts(reader, engagement, today, unread ? [] : genuineSignOffs(reader, engagementId))
  const { phases, ...standing } = standingOf(facts)
  const controls = controlProgress(facts)
  return {
    unread,
    ...standing,
    phases: unread ? phases.filter(({ phase }) => phase !== 'review') : phases,
    controls,
    criteria: criterionProgress(facts, controls),
    people: unread ? [] : peopleProgress(reader, facts),
    deviations: deviationStates(facts),
    notes: noteStates(facts, today),
    requests: requestAges.map((age) => {
      const own = facts.requests.filter(({ status, ageDays }) => status === 'open' && requestAge(ageDays) === age)
      return { age, open: own.length, overdue: own.filter(({ overdue }) => overdue).length }
    }),
    periodMap: periodOverview(reader, engagement, controls),
    hours: enteredHours(reader, engagementId),
  }
}

function enteredHours(reader: Reader, engagementId: string): Dashboard['hours'] {
  const phases = phaseHoursOf(reader, engagementId)
  return phases.some(({ budget, worked }) => budget !== null || worked > 0) ? phases : []
}

function controlProgress({ controls, recorded, deviations, aspects }: DashboardFacts): ControlProgress[] {
  const recordedOf = Map.groupBy(recorded, ({ controlId }) => controlId)
  const deviationsOf = Map.groupBy(deviations, ({ controlId }) => controlId)
  return controls.map(({ controlId, ref, title, cells, conclusions }) => ({
    controlId,
    ref,
    title,
    cells,
    recorded: sumOf(recordedOf.get(controlId) ?? [], (one) => one.recorded),
    concluded: Math.min(conclusions, aspects),
    aspects,
    deviationsOpen: sumOf(deviationsOf.get(controlId) ?? [], ({ status, count }) =>
      status === 'concluded' ? 0 : count,
    ),
  }))
}

function criterionProgress(
  { criteria, mapped }: DashboardFacts,
  controls: readonly ControlProgress[],
): CriterionProgress[] {
  const byId = new Map(controls.map((control) => [control.controlId, control]))
  return criteria.map(({ criterionId, series }) => {
    const own = (mapped.get(criterionId) ?? []).flatMap((controlId) => byId.get(controlId) ?? [])
    return {
      criterionId,
      series,
      controls: own.length,
      cells: sumOf(own, ({ cells }) => cells),
      recorded: sumOf(own, ({ recorded }) => recorded),
      controlsConcluded: own.filter(({ concluded, aspects }) => concluded === aspects).length,
    }
  })
}

function deviationStates({ deviations }: DashboardFacts): Dashboard['deviations'] {
  return deviationSteps.map((status) => ({
    status,
    count: sumOf(deviations, (one) => (one.status === status ? one.count : 0)),
  }))
}

/** Ages are counted until the end of the day. */
function noteStates({ notes }: DashboardFacts, today: string): Dashboard['notes'] {
  const endOfDay = Date.parse(`${today}T24:00:00Z`)
  return {
    open: notes.filter(({ status }) => status === 'open').length,
    answered: notes.filter(({ status }) => status === 'answered').length,
    late: notes.filter(({ openSince, priority }) => noteAge(openSince, priority, endOfDay).late).length,
  }
}
