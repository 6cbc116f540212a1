import type { Period } from '../../../shared/contract/engagement.ts'
import type { ParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { PlanBasis } from '../../../shared/contract/plan.ts'
import type { Risk } from '../../../shared/contract/sampling.ts'

/** What the auditor chose for the size of a sample. */
export type PlanChoice = {
  /** What the size rests on: the firm's policy, or statistics. */
  basis: PlanBasis
  risk: Risk
  /** A policy as `name@version`; `null` for the firm's default. */
  policy: string | null
  confidence: number
  tolerableRate: number
  /** One of the two at most. */
  expectedRate: number | null
  expectedDeviations: number | null
  /** A size of the auditor's own; `null` for the one that policy or statistics give. */
  size: number | null
  /** Why the own size. */
  sizeReason: string
  /** A part of the period that the sample stands for; `null` for all of it. */
  window: Period | null
}

/** @returns where a plan begins: the firm's default policy, moderate risk */
export function newPlanChoice(): PlanChoice {
  return {
    basis: 'policy',
    risk: 'moderate',
    policy: null,
    confidence: 0.9,
    tolerableRate: 0.1,
    expectedRate: null,
    expectedDeviations: null,
    size: null,
    sizeReason: '',
    window: null,
  }
}

/** @returns the choice as `sample.plan` takes it */
export function planParams(
  { populationId, controlId }: { populationId: string; controlId: string },
  choice: PlanChoice,
): ParamsOf<'sample.plan'> {
  const { basis, risk, policy, confidence, tolerableRate, expectedRate, expectedDeviations, size, window } = choice
  return {
    populationId,
    controlId,
    basis,
    risk,
    confidence,
    tolerableRate,
    ...(policy === null ? {} : { policy }),
    ...(expectedRate === null ? {} : { expectedRate }),
    ...(expectedDeviations === null ? {} : { expectedDeviations }),
    ...(size === null ? {} : { size }),
    ...(window === null ? {} : { window }),
  }
}

/** What a plan comes to, as `sample.draw` takes it. */
export type SettledPlan = Pick<
  ParamsOf<'sample.draw'>,
  'size' | 'risk' | 'policy' | 'confidence' | 'tolerableRate' | 'expectedRate' | 'sizeReason'
> & { size: number }

/** @returns the size with what it rests on; `null` where statistics give none and the auditor named none */
export function settledPlan(choice: PlanChoice, plan: ResultOf<'sample.plan'>): SettledPlan | null {
  const { basis, risk, policy, confidence, tolerableRate, expectedRate } = choice
  const { sampleSize, reason } = plan.statistical
  const proposed = basis === 'policy' ? plan.policySize : sampleSize
  const size = choice.size ?? proposed
  if (size === null || size === 0) return null
  const isOwn = size !== proposed
  const own = isOwn && choice.sizeReason.trim() !== '' ? { sizeReason: choice.sizeReason.trim() } : {}
  const named = policy === null ? {} : { policy }
  if (basis === 'policy') return { size, risk, ...named, ...own }
  const figures = { confidence, tolerableRate, ...(expectedRate === null ? {} : { expectedRate }) }
  return { size, risk, ...named, ...figures, ...(isOwn ? own : { sizeReason: reason }) }
}
