import type { ComplementaryControl, MatrixRow, SubserviceOrganisation } from '../contract/subservice.ts'

/** A criterion in scope with the own controls that answer it. */
export type AnsweredCriterion = Pick<MatrixRow, 'criterionId' | 'title' | 'controls'>

/**
 * What each criterion rests on, in the order of the criteria, with its gaps: only what others operate; an organisation whose
 * reports leave days of our period open; an included organisation whose controls are not tested; nothing at all.
 */
export function complementaryMatrix(
  criteria: readonly AnsweredCriterion[],
  complementary: readonly ComplementaryControl[],
  organisations: readonly Pick<SubserviceOrganisation, 'organisationId' | 'method' | 'uncoveredDays' | 'controls'>[],
): MatrixRow[] {
  const open = new Set(
    organisations.flatMap(({ organisationId, method, uncoveredDays }) =>
      method === 'carve_out' && uncoveredDays > 0 ? [organisationId] : [],
    ),
  )
  const untested = new Set(
    organisations.flatMap(({ controls }) => controls.flatMap(({ controlId, tested }) => (tested ? [] : [controlId]))),
  )
  return criteria.map((criterion) => {
    const its = complementary.filter(({ criteria: ids }) => ids.includes(criterion.criterionId))
    const of = (kind: ComplementaryControl['kind']) => its.filter((control) => control.kind === kind)
    const isUncovered = of('csoc').some(({ organisationId }) => organisationId !== null && open.has(organisationId))
    const hasOwn = criterion.controls.length > 0
    const gaps: MatrixRow['gaps'] = [
      ...(hasOwn || its.length === 0 ? [] : (['only_complementary'] as const)),
      ...(isUncovered ? (['organisation_not_covered'] as const) : []),
      ...(criterion.controls.some(({ controlId }) => untested.has(controlId))
        ? (['organisation_not_tested'] as const)
        : []),
      ...(hasOwn || its.length > 0 ? [] : (['nothing'] as const)),
    ]
    const refs = (kind: ComplementaryControl['kind']) => of(kind).map(({ ref }) => ref)
    return { ...criterion, cuecs: refs('cuec'), csocs: refs('csoc'), gaps }
  })
}
