import type { ComplementaryControl, MatrixRow, SubserviceOrganisation } from '../contract/subservice.ts'

/** A criterion in scope with the own controls that answer it. */
export type AnsweredCriterion = Pick<MatrixRow, 'criterionId' | 'title' | 'controls'>

/**
 * What each criterion rests on, in the order of the criteria, with its gaps: only what others operate; an organisation whose
 * reports leave days of our period open; nothing at all.
 */
export function complementaryMatrix(
  criteria: readonly AnsweredCriterion[],
  complementary: readonly ComplementaryControl[],
  organisations: readonly Pick<SubserviceOrganisation, 'organisationId' | 'method' | 'uncoveredDays'>[],
): MatrixRow[] {
  const open = new Set(
    organisations.flatMap(({ organisationId, method, uncoveredDays }) =>
      method === 'carve_out' && uncoveredDays > 0 ? [organisationId] : [],
    ),
  )
  return criteria.map((criterion) => {
    const its = complementary.filter(({ criteria: ids }) => ids.includes(criterion.criterionId))
    const of = (kind: ComplementaryControl['kind']) => its.filter((control) => control.kind === kind)
    const isUncovered = of('csoc').some(({ organisationId }) => organisationId !== null && open.has(organisationId))
    const hasOwn = criterion.controls.length > 0
    const gaps: MatrixRow['gaps'] = [
      ...(hasOwn || its.length === 0 ? [] : (['only_complementary'] as const)),
      ...(isUncovered ? (['organisation_not_covered'] as const) : []),
      ...(hasOwn || its.length > 0 ? [] : (['nothing'] as const)),
    ]
    const refs = (kind: ComplementaryControl['kind']) => of(kind).map(({ ref }) => ref)
    return { ...criterion, cuecs: refs('cuec'), csocs: refs('csoc'), gaps }
  })
}
