import { sha256Hex } from '../../db/store.ts'
import type { samplingContract } from '../../shared/contract/sampling.ts'
import { allocate } from '../../shared/sampling/allocate.ts'
import { policySize } from '../../shared/sampling/policySize.ts'
import { ruleConfidence } from '../../shared/sampling/ruleConfidence.ts'
import { sampleSize } from '../../shared/sampling/sampleSize.ts'
import { select } from '../../shared/sampling/select.ts'
import { systematic } from '../../shared/sampling/systematic.ts'
import { upperLimit } from '../../shared/sampling/upperLimit.ts'
import { upperLimitStratified } from '../../shared/sampling/upperLimitStratified.ts'
import type { Handlers } from './handler.ts'
import { policyNamed } from './policy/policies.ts'

/** The rules of shared/sampling as methods of their own: no store, the same answer everywhere; only policies of the firm need one. */
export const sampling: Handlers<typeof samplingContract> = {
  'sampling.size': (plan) => sampleSize(plan),
  'sampling.upperLimit': (sample) => upperLimit(sample),
  'sampling.upperLimitStratified': (sample) => upperLimitStratified(sample),
  'sampling.ruleConfidence': (rule) => ({ confidence: ruleConfidence(rule) }),
  'sampling.select': ({ seed, itemIds, size }) => ({
    itemIds: select(seed, itemIds, size, sha256Hex).map(({ itemId }) => itemId),
  }),
  'sampling.systematic': ({ seed, populationSize, size }) => ({
    positions: systematic(seed, populationSize, size, sha256Hex),
  }),
  'sampling.allocate': (spread) => ({ allocation: allocate(spread) }),
  'sampling.policySize': ({ policy, ...control }, context) => {
    const reader = context.session.isOpen ? context.reader : null
    return policySize({ ...control, policy: policyNamed(reader, policy) })
  },
}
