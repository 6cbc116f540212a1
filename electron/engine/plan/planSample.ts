import { wordingsOf } from '../../../db/sample/coverage.ts'
import { drawsSoFar } from '../../../db/sample.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { daysIn } from '../../../shared/period/period.ts'
import { statisticalAlternatives } from '../../../shared/sample/alternatives.ts'
import { planWarnings } from '../../../shared/sample/planWarnings.ts'
import { statisticalPlan } from '../../../shared/sample/statisticalPlan.ts'
import { supportOf } from '../../../shared/sample/support.ts'
import { wordingsWithin } from '../../../shared/sample/wordingsWithin.ts'
import { policySize } from '../../../shared/sampling/policySize.ts'
import { loadControl } from '../control/load.ts'
import { loadEngagement } from '../engagement.ts'
import { policyForPlan, policyLabel } from '../policy/policies.ts'
import { loadPopulation } from '../population/load.ts'
import { periodOf } from '../sample/period.ts'
import { frequencyOf } from '../sample/sizing.ts'
import { PlannedRows } from './plannedRows.ts'
import { planSplit } from './planSplit.ts'
import { planVersions } from './planVersions.ts'

/** @throws DomainError as the contract of `sample.plan` lists */
export function planSample(params: CheckedParamsOf<'sample.plan'>, reader: Reader): ResultOf<'sample.plan'> {
  const { populationId, controlId, risk, window, confidence, tolerableRate, expectedRate, expectedDeviations } = params
  const { engagementId, columns } = loadPopulation(reader, populationId)
  loadControl(reader, controlId, engagementId)
  const policy = policyForPlan(reader, params.policy)
  const period = periodOf(loadEngagement(reader, engagementId))
  const wordings = wordingsOf(reader, controlId)
  const frequency = frequencyOf(wordings, window?.end)
  if (frequency === null) throw new DomainError('control.not_found', { controlId })

  const rows = new PlannedRows(reader, populationId, columns.date !== undefined)
  const populationSize = window === undefined ? rows.all : rows.within(window)
  const proposal = policySize({ policy, frequency, populationSize, risk })
  const statistical = statisticalPlan({ populationSize, confidence, tolerableRate, expectedRate, expectedDeviations })
  const proposed = params.basis === 'policy' ? proposal.sampleSize : (statistical.sampleSize ?? 0)
  const size = Math.min(params.size ?? proposed, populationSize)
  const aim = { confidence, tolerableRate, deviations: statistical.acceptableDeviations ?? expectedDeviations ?? 0 }
  const days = wordings.map(({ effectiveOn }) => effectiveOn)
  const seen = window ?? period
  return {
    populationSize,
    frequency,
    policySize: proposal.sampleSize,
    policy: policyLabel(policy),
    rule: proposal.rule,
    alternatives: statisticalAlternatives(populationSize, aim),
    warnings: planWarnings({
      frequency,
      populationSize,
      policySize: proposal.sampleSize,
      wordings: wordingsWithin(days, seen),
      drawnBefore: drawsSoFar(reader, populationId, controlId, window ?? null),
      days: seen === null ? undefined : daysIn(seen),
      undated: window === undefined ? 0 : rows.undated(),
    }),
    statistical: { confidence, tolerableRate, ...statistical },
    supports: { size, ...supportOf({ size, populationSize, confidence, tolerableRate }) },
    split: planSplit({ params, period: window ?? period, size, rows }),
    versions: period === null ? [] : planVersions({ wordings, period, policy, risk, rows }),
  }
}
