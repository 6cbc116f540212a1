import { binomial } from './distribution.ts'
import { checkCount, type Fraction, invalid, readRate } from './parameters.ts'
import { complement, type Decimal } from './rate.ts'

/** After each stage the deviations so far decide: accept, reject, or go on to the next stage. */
export type RuleStage = {
  size: number
  /** Accept with at most so many deviations so far; -1 never accepts at this stage. */
  acceptUpTo: number
  /** Reject from so many deviations so far. */
  rejectFrom: number
}

/** More items than any rule of extension asks for; keeps the enumeration short. */
const mostItems = 10_000

/**
 * Confidence of a whole rule in stages: 1 − P(the rule accepts a population that deviates at the tolerable rate),
 * binomial, by enumeration (AICPA Audit Sampling guide, sequential sampling). A rule that has not decided after its last
 * stage has not accepted.
 * @throws DomainError `sampling.invalid_parameter`
 */
export function ruleConfidence({
  tolerableRate,
  stages,
}: {
  tolerableRate: Fraction
  stages: readonly RuleStage[]
}): number {
  const rate = readRate(tolerableRate, 'tolerableRate')
  checkStages(stages)
  let undecided: readonly number[] = [1]
  let accepted = 0
  for (const stage of stages) {
    const reached = afterItems(undecided, chances(stage.size, rate))
    accepted += sum(reached.slice(0, stage.acceptUpTo + 1))
    undecided = reached
      .slice(0, stage.rejectFrom)
      .map((chance, deviations) => (deviations > stage.acceptUpTo ? chance : 0))
  }
  return 1 - accepted
}

/**
 * "25 items; with one deviation 15 more, and no further one", for any number of extensions: each stage accepts one
 * deviation more than the stage before it, and as many deviations as there are stages reject.
 * @param sizes of the first sample and of its extensions
 */
export function extensionRule(sizes: readonly number[]): RuleStage[] {
  return sizes.map((size, stage) => ({ size, acceptUpTo: stage, rejectFrom: sizes.length }))
}

function checkStages(stages: readonly RuleStage[]): void {
  if (stages.length === 0) throw invalid('stages', 'a rule has at least one stage')
  for (const { size, acceptUpTo, rejectFrom } of stages) {
    checkCount(size, 'size', 1)
    checkCount(acceptUpTo, 'acceptUpTo', -1)
    checkCount(rejectFrom, 'rejectFrom')
    if (rejectFrom <= acceptUpTo) throw invalid('rejectFrom', 'it is above what the stage accepts')
  }
  if (sum(stages.map(({ size }) => size)) > mostItems)
    throw invalid('stages', `they have at most ${mostItems} items in all`)
}

/** P(X = 0), P(X = 1), … P(X = size). */
function chances(size: number, rate: Decimal): number[] {
  const { lowest, highest, lnTerm } = binomial(size, rate.value, complement(rate).value)
  return Array.from({ length: size + 1 }, (_, x) => {
    if (lowest === highest) return Number(x === lowest)
    return Math.exp(lnTerm(x))
  })
}

/** Chances of the deviations so far, once a further stage is added to those before it. */
function afterItems(before: readonly number[], added: readonly number[]): number[] {
  const after = Array.from({ length: before.length + added.length - 1 }, () => 0)
  before.forEach((chance, deviations) => {
    if (chance === 0) return
    added.forEach((more, further) => {
      after[deviations + further] = (after[deviations + further] ?? 0) + chance * more
    })
  })
  return after
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
