import type { Aspect, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { conclusionProblems } from '../../shared/testing/conclusionProblems.ts'

/** What the test sheets and the register show of one aspect of a control. */
export type ControlFacts = {
  procedures: number
  resultsExpected: number
  resultsRecorded: number
  /** Deviations recorded, and failed results that none describes yet. */
  deviations: number
}

/** @returns the facts of an aspect; a deviation without a procedure belongs to operation */
export function factsOf(
  aspect: Aspect,
  { procedures }: ResultOf<'procedure.list'>,
  { deviations, undescribed }: ResultOf<'deviation.list'>,
): ControlFacts {
  const its = procedures.filter((procedure) => procedure.aspect === aspect)
  const ids = new Set(its.map(({ procedureId }) => procedureId))
  const belongs = ({ procedureId }: { procedureId: string | null }) =>
    procedureId === null ? aspect === 'operation' : ids.has(procedureId)
  return {
    procedures: its.length,
    resultsExpected: its.reduce((sum, { resultsExpected }) => sum + resultsExpected, 0),
    resultsRecorded: its.reduce((sum, { resultsRecorded }) => sum + resultsRecorded, 0),
    deviations: deviations.filter(belongs).length + undescribed.filter(belongs).length,
  }
}

/** @returns what speaks against concluding so, in sentences */
export function problemsWith(
  facts: ControlFacts,
  conclusion: { reportType: 'type1' | 'type2'; aspect: Aspect; outcome: ConclusionOutcome },
): string[] {
  const untestedCells = facts.resultsExpected - facts.resultsRecorded
  return conclusionProblems({ ...conclusion, untestedCells, deviations: facts.deviations }).map(
    ({ message }) => message,
  )
}
