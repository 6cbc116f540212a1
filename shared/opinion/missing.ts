import type { Aspect } from '../contract/conclusion.ts'
import type { Judgement } from '../contract/opinion.ts'
import { commitmentsOnce, controlsOnce, type CriterionView } from './papers.ts'
import { listWords, nameCell, nameControl, nameDeviation } from './words.ts'

/**
 * What stands between the papers and a part of the opinion: each sentence names its paper and what is to be done.
 * The part is ready when there is none.
 */
export function missingPapers(
  criteria: readonly CriterionView[],
  judgements: readonly Judgement[],
  aspect: Aspect,
): string[] {
  return [
    ...withoutControl(criteria),
    ...unconcludedControls(criteria, judgements, aspect),
    ...unconcludedCriteria(criteria, judgements, aspect),
    ...unconcludedCommitments(criteria, aspect),
    ...unjudged(criteria, judgements),
    ...openDeviations(criteria),
  ]
}

const judged = (judgements: readonly Judgement[], kind: Judgement['kind']) =>
  judgements.some((judgement) => judgement.kind === kind)

function withoutControl(criteria: readonly CriterionView[]): string[] {
  return criteria
    .filter(({ controls }) => controls.length === 0)
    .map(({ criterionId }) => `${criterionId} has no control.`)
}

/** A control that was expressly left without conclusion is settled by a judgement on the limitation of scope. */
function unconcludedControls(
  criteria: readonly CriterionView[],
  judgements: readonly Judgement[],
  aspect: Aspect,
): string[] {
  const limitationJudged = judged(judgements, 'scope_limitation')
  return controlsOnce(criteria).flatMap((entry) => {
    const { outcome } = entry.control
    if (outcome === null) return [`${nameControl(entry)} is not concluded on its ${aspect}.`]
    if (outcome !== 'not_concluded' || limitationJudged) return []
    return [
      `${nameControl(entry)} was left without a conclusion on its ${aspect}. Judge whether that limits the scope materially.`,
    ]
  })
}

/** A control failing is not a criterion failing: a person concludes on the criterion. */
function unconcludedCriteria(
  criteria: readonly CriterionView[],
  judgements: readonly Judgement[],
  aspect: Aspect,
): string[] {
  const limitationJudged = judged(judgements, 'scope_limitation')
  return criteria.flatMap(({ criterionId, outcome, designFailed, controls }) => {
    if (outcome === 'not_concluded' && !limitationJudged) {
      return [
        `${criterionId} was left without a conclusion on its ${aspect}. Judge whether that limits the scope materially.`,
      ]
    }
    if (outcome !== null) return []
    const failed = controls.filter((control) => control.outcome === 'not_effective' || control.designFailed)
    if (failed.length > 0) {
      const refs = failed.map(({ ref }) => ref).join(', ')
      return [`${criterionId} is not concluded on its ${aspect}, although ${refs} failed.`]
    }
    if (designFailed) return [`${criterionId} is not concluded on its operation, although its design was not suitable.`]
    if (controls.length > 0 && controls.every((control) => control.outcome === 'did_not_occur')) {
      return [`${criterionId} is not concluded on its ${aspect}, although none of its controls operated in the period.`]
    }
    return []
  })
}

/** The opinion is formed against the commitments: a criterion that fails raises the question whether one was kept. */
function unconcludedCommitments(criteria: readonly CriterionView[], aspect: Aspect): string[] {
  return commitmentsOnce(criteria).flatMap(({ commitment, criteria: standing }) => {
    const failed = standing.filter(({ outcome }) => outcome === 'not_effective').map(({ criterionId }) => criterionId)
    return commitment.outcome === null && failed.length > 0
      ? [`${commitment.ref} is not concluded on its ${aspect}, although ${listWords(failed)} is not met.`]
      : []
  })
}

function unjudged(criteria: readonly CriterionView[], judgements: readonly Judgement[]): string[] {
  if (judged(judgements, 'misstatement')) return []
  const judge = 'Judge whether the effect is material, and whether it is pervasive.'
  return [
    ...criteria
      .filter(({ outcome }) => outcome === 'not_effective')
      .map(({ criterionId }) => `${criterionId} is not met. ${judge}`),
    ...commitmentsOnce(criteria)
      .filter(({ commitment }) => commitment.outcome === 'not_effective')
      .map(({ commitment }) => `${commitment.ref} was not achieved. ${judge}`),
  ]
}

function openDeviations(criteria: readonly CriterionView[]): string[] {
  return controlsOnce(criteria).flatMap(({ control }) => {
    const open = control.deviations.filter(({ status }) => status !== 'concluded')
    const failed = control.undescribed.map(({ itemId, attribute }) => nameCell(itemId, attribute))
    return open
      .map(
        (deviation) =>
          `${nameDeviation(deviation)} of ${control.ref} is ${deviation.status}: its cause, nature and effect are not concluded.`,
      )
      .concat(failed.map((cell) => `${control.ref}, ${cell}: it failed, and no deviation describes it yet.`))
  })
}
