/** The phases of an engagement, in the order of the work. */
export const phaseNames = ['planning', 'fieldwork', 'review', 'report'] as const
export type PhaseName = (typeof phaseNames)[number]

export const phaseWords: Record<PhaseName, string> = {
  planning: 'Planning',
  fieldwork: 'Fieldwork',
  review: 'Review',
  report: 'Report',
}

/** What is counted in each phase. */
const stepsOfPhase = {
  planning: ['criteria_covered', 'controls_with_procedure'],
  fieldwork: ['populations_concluded', 'procedures_performed', 'results_recorded', 'controls_concluded'],
  review: ['papers_prepared', 'papers_reviewed', 'notes_cleared'],
  report: ['deviations_concluded', 'criteria_concluded', 'parts_decided', 'report_dated'],
} as const satisfies Record<PhaseName, readonly string[]>

export type StepName = (typeof stepsOfPhase)[PhaseName][number]

/** All steps, phase by phase. */
export const stepNames = phaseNames.flatMap((phase): readonly StepName[] => stepsOfPhase[phase])

/** So many of so many. */
export type Done = { done: number; total: number }

export type PhaseProgress = { phase: PhaseName; share: number | null; steps: (Done & { step: StepName })[] }

/**
 * How far each phase is. Every step that has something to do weighs the same, so that tens of thousands of results do not
 * hide that nobody has concluded on a population.
 * @returns the phases with a share between 0 and 1, `null` where no step of it has anything to do yet; steps without
 *   anything to do are left out
 */
export function phasesOf(steps: Readonly<Record<StepName, Done>>): PhaseProgress[] {
  return phaseNames.map((phase) => {
    const own = stepsOfPhase[phase].map((step) => ({ step, ...steps[step] })).filter(({ total }) => total > 0)
    const sum = own.reduce((shares, { done, total }) => shares + done / total, 0)
    return { phase, share: own.length === 0 ? null : sum / own.length, steps: own }
  })
}
