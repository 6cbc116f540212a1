import { drawsSoFar } from '../../../db/sample.ts'
import { drawableCount } from '../../../db/sample/drawable.ts'
import { wordingsOf } from '../../../db/sample/coverage.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { statisticalAlternatives } from '../../../shared/sample/alternatives.ts'
import { planWarnings } from '../../../shared/sample/planWarnings.ts'
import { wordingsWithin } from '../../../shared/sample/wordingsWithin.ts'
import { loadEngagement } from '../engagement.ts'
import { loadPopulation } from '../population/load.ts'
import { policyLabel } from '../sampling/policies.ts'
import { periodOf } from './period.ts'
import { loadControl } from '../control/load.ts'
import { frequencyOf, proposalOf } from './sizing.ts'

/** @throws DomainError `population.not_found`, `control.not_found` */
export function planSample(params: CheckedParamsOf<'sample.plan'>, reader: Reader): ResultOf<'sample.plan'> {
  const { populationId, controlId, risk } = params
  const { engagementId } = loadPopulation(reader, populationId)
  loadControl(reader, controlId, engagementId)
  const populationSize = drawableCount(reader, populationId)
  const frequency = frequencyOf(reader, controlId)
  const proposal = proposalOf(reader, controlId, populationSize, risk)
  if (frequency === null || proposal === null) throw new DomainError('control.not_found', { controlId })
  const period = periodOf(loadEngagement(reader, engagementId))
  const days = wordingsOf(reader, controlId).map(({ effectiveOn }) => effectiveOn)
  return {
    populationSize,
    frequency,
    policySize: proposal.sampleSize,
    policy: policyLabel(proposal.policy),
    rule: proposal.rule,
    alternatives: statisticalAlternatives(populationSize),
    warnings: planWarnings({
      frequency,
      populationSize,
      policySize: proposal.sampleSize,
      wordings: wordingsWithin(days, period),
      drawnBefore: drawsSoFar(reader, populationId, controlId),
    }),
  }
}
