import { useEngineQuery } from '../../engine/hooks.ts'
import { type PlanChoice, planParams, type SettledPlan, settledPlan } from './planChoice.ts'

/** What the engine says to a choice, and what it comes to for the draw; nothing as long as no population is chosen. */
export function useSamplePlan(populationId: string | null, controlId: string, choice: PlanChoice) {
  const plan = useEngineQuery('sample.plan', planParams({ populationId: populationId ?? '', controlId }, choice), {
    enabled: populationId !== null,
    keepsPrevious: true,
  })
  const settled: SettledPlan | null =
    plan.data === undefined || plan.isPlaceholderData ? null : settledPlan(choice, plan.data)
  return { plan, settled }
}
