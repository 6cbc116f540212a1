import type { Wording } from '../../../db/sample/coverage.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { Risk } from '../../../shared/contract/sampling.ts'
import { versionWindows } from '../../../shared/sample/versionWindows.ts'
import type { SamplingPolicy } from '../../../shared/sampling/policy.ts'
import { policySize } from '../../../shared/sampling/policySize.ts'
import { frequencyOf } from '../sample/sizing.ts'
import type { PlannedRows } from './plannedRows.ts'

type VersionPlan = ResultOf<'sample.plan'>['versions'][number]

/** @returns what the policy proposes for each version of a control within the period, by the rows of its own days */
export function planVersions({
  wordings,
  period,
  policy,
  risk,
  rows,
}: {
  wordings: readonly Wording[]
  period: Period
  policy: SamplingPolicy
  risk: Risk
  rows: PlannedRows
}): VersionPlan[] {
  const days = wordings.map(({ effectiveOn }) => effectiveOn)
  return versionWindows(days, period).flatMap(({ effectiveOn, window }) => {
    const wording = wordings.findLast((each) => each.effectiveOn === effectiveOn)
    const frequency = frequencyOf(wordings, window.end)
    if (wording === undefined || frequency === null) return []
    const populationSize = rows.hasDates ? rows.within(window) : null
    const proposal = populationSize === null ? null : policySize({ policy, frequency, populationSize, risk })
    return {
      effectiveOn,
      ...window,
      description: wording.description,
      frequency,
      populationSize,
      policySize: proposal?.sampleSize ?? null,
      rule: proposal?.rule ?? null,
    }
  })
}
