import type { Hypothesis, ProposedPart } from '../../shared/contract/opinion.ts'

/** Something whose conclusion can be supposed, as a choice. */
export type Supposable = { value: string; label: string; target: Hypothesis['target'] }

/** @returns the criteria, controls and commitments of an opinion, each once */
export function supposables(parts: readonly ProposedPart[]): Supposable[] {
  const trace = parts.find(({ part }) => part === 'design')?.trace ?? []
  const choice = (entity: Supposable['target']['entity'], id: string, label: string): [string, Supposable] => [
    `${entity}:${id}`,
    { value: `${entity}:${id}`, label, target: { entity, id } },
  ]
  return [
    ...new Map([
      ...trace.map((each) => choice('criterion', each.criterionId, `${each.criterionId} ${each.criterionTitle}`)),
      ...trace.flatMap(({ controls }) =>
        controls.map(({ controlId, ref, title }) => choice('control', controlId, `${ref} ${title}`)),
      ),
      ...trace.flatMap(({ commitments }) =>
        commitments.map(({ commitmentId, ref, text }) =>
          choice('commitment', commitmentId, `${ref} ${text.slice(0, 80)}`),
        ),
      ),
    ]).values(),
  ]
}
