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
import { type DashboardFacts, dashboardFacts, standingOf, sumOf } from './dashboard/facts.ts'
import { peopleProgress } from './dashboard/people.ts'
import { periodOverview } from './dashboard/periodMap.ts'
import { portfolioOf } from './dashboard/portfolio.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { phaseHoursOf } from './hours.ts'

export const dashboard: Handlers<typeof dashboardContract> = {
  'dashboard.engagement': ({ engagementId, today }, { reader }) => describeDashboard(reader, engagementId, today),

  'dashboard.portfolio': (params, { reader }) => portfolioOf(reader, params),
}

function describeDashboard(reader: Reader, engagementId: string, today: string): Dashboard {
  const engagement = loadEngagement(reader, engagementId)
  const facts = dashboardFacts(reader, engagement, today)
  const controls = controlProgress(facts)
  return {
    ...standingOf(facts),
    controls,
    criteria: criterionProgress(facts, controls),
    people: peopleProgress(reader, facts),
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
