import type { IsoProposal, MappingStrength } from '../contract/iso.ts'

/** A requirement with the criteria that lead to it. */
export type LedTo = {
  requirementId: string
  criteria: readonly { criterionId: string; strength: MappingStrength }[]
}

/** Strongest first. */
const byStrength = ['direct', 'partial', 'weak'] as const satisfies MappingStrength[]

/**
 * The requirements that the criteria of each control lead to, as a beginning for somebody's judgement: a criterion covers more
 * than one control does, so that a proposal is never more than that.
 * @param weakest the weakest relation that is worth a proposal
 * @param isSettled whether somebody already said of a control and a requirement whether they belong together
 * @returns by control, then in the order of the requirements; the strongest of several criteria counts
 */
export function isoProposals(
  controls: readonly { controlId: string; ref: string; criteria: readonly string[] }[],
  requirements: readonly LedTo[],
  weakest: MappingStrength,
  isSettled: (controlId: string, requirementId: string) => boolean,
): IsoProposal[] {
  const enough = new Set<MappingStrength>(byStrength.slice(0, byStrength.indexOf(weakest) + 1))
  return controls.flatMap(({ controlId, ref, criteria }) =>
    requirements.flatMap(({ requirementId, criteria: leading }) => {
      const own = leading.filter((one) => criteria.includes(one.criterionId) && enough.has(one.strength))
      const strength = byStrength.find((each) => own.some((one) => one.strength === each))
      if (strength === undefined || isSettled(controlId, requirementId)) return []
      return [{ controlId, ref, requirementId, strength, criteria: own.map(({ criterionId }) => criterionId) }]
    }),
  )
}
