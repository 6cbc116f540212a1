import type { Aspect } from '../contract/conclusion.ts'
import type { Judgement, OpinionPart } from '../contract/opinion.ts'
import { formOf, worstForm } from './modification.ts'
import { commitmentsOnce, controlsOnce, type ControlInCriteria, type CriterionView } from './papers.ts'
import { count, formWords, listWords, nameControl, nameDeviation, partWords } from './words.ts'

/** Why the papers lead to the proposal: the criteria and controls that speak for or against it, each by name. */
export function reasonsFromPapers(criteria: readonly CriterionView[], aspect: Aspect): string[] {
  const controls = controlsOnce(criteria)
  return [
    ...notMet(criteria, aspect),
    ...metAllTheSame(criteria, aspect),
    ...notAchieved(criteria, aspect),
    ...controls.flatMap((entry) => deviationsOf(entry, aspect)),
    ...didNotOccur(controls),
  ]
}

function notMet(criteria: readonly CriterionView[], aspect: Aspect): string[] {
  const failing = criteria.filter(({ outcome }) => outcome === 'not_effective')
  if (failing.length === 0) return [`No criterion was concluded as not met in its ${aspect}.`]
  return failing.map(({ criterionId, controls, designFailed }) => {
    const failed = controls.filter((control) => control.outcome === 'not_effective' || control.designFailed)
    const papers = failed.map((control) => [control.ref, ...control.deviations.map(nameDeviation)].join(', '))
    const because =
      papers.length > 0 ? `: ${papers.join('; ')} failed` : designFailed ? ': its design was not suitable' : ''
    return `${criterionId} was concluded as not met in its ${aspect}${because}.`
  })
}

/** A control failing is not a criterion failing: say so where a person concluded that the criterion is met. */
function metAllTheSame(criteria: readonly CriterionView[], aspect: Aspect): string[] {
  return criteria.flatMap(({ criterionId, outcome, controls }) => {
    const failed = controls.filter((control) => control.outcome === 'not_effective').map(({ ref }) => ref)
    const met = outcome === 'effective' || outcome === 'effective_with_deviations'
    return met && failed.length > 0
      ? [`${criterionId} was concluded as met in its ${aspect}, although ${listWords(failed)} failed.`]
      : []
  })
}

/** What was promised, and whether it was kept. */
function notAchieved(criteria: readonly CriterionView[], aspect: Aspect): string[] {
  return commitmentsOnce(criteria)
    .filter(({ commitment }) => commitment.outcome === 'not_effective')
    .map(({ commitment, criteria: standing }) => {
      const ids = standing.map(({ criterionId }) => criterionId)
      return `${commitment.ref} was concluded as not achieved in the ${aspect} of ${listWords(ids)}.`
    })
}

function deviationsOf(entry: ControlInCriteria, aspect: Aspect): string[] {
  const { deviations, outcome } = entry.control
  if (deviations.length === 0 || outcome === 'not_effective') return []
  const found = `${count(deviations.length, 'deviation')} in the ${aspect} of ${nameControl(entry)}`
  return [
    `${found}: ${listWords(deviations.map(nameDeviation))}. The report lists them all; deviations alone do not modify the opinion.`,
  ]
}

/** Non-occurrence is a result of its own and reaches the report as an emphasis. */
function didNotOccur(controls: readonly ControlInCriteria[]): string[] {
  const names = controls.filter(({ control }) => control.outcome === 'did_not_occur').map(nameControl)
  if (names.length === 0) return []
  return [
    `Emphasis: ${listWords(names)} did not operate in the period, since nothing occurred that calls for it; its operation was not tested.`,
  ]
}

/** What a person judged of the effects, and what that makes of the part. */
export function reasonsFromJudgements(
  judgements: readonly Judgement[],
  part: OpinionPart,
  criteriaFailed: boolean,
): string[] {
  const effects = judgements.map((judgement) => ({ judgement, form: formOf(judgement) }))
  const said = effects.map(({ judgement: { kind, material, pervasive }, form }) => {
    const what = kind === 'misstatement' ? 'the misstatement' : 'the limitation of scope'
    const weight = !material ? 'not material' : pervasive ? 'material and pervasive' : 'material, not pervasive'
    return `Judged on the ${partWords[part]}: ${what} is ${weight}, which leads to ${formWords[form]}.`
  })
  const forms = new Set(effects.map(({ form }) => form))
  if (forms.has('adverse') && forms.has('disclaimer')) {
    said.push(
      'Both a pervasive misstatement and a pervasive limitation of scope were judged: the report has to tell both.',
    )
  }
  const misstated = effects.some(({ judgement, form }) => judgement.kind === 'misstatement' && form !== 'unqualified')
  if (part !== 'description' && misstated && !criteriaFailed) {
    said.push(
      'No criterion was concluded as not met: the reasoning has to name the criterion or commitment that the paragraph speaks of.',
    )
  }
  return said
}

/** @returns the form that the judgements of a part lead to, the most severe of several */
export const judgedForm = (judgements: readonly Judgement[]) => worstForm(judgements.map(formOf))
