import type { Aspect } from '../contract/conclusion.ts'
import type { Judgement, OpinionForm, OpinionPart, ReportParagraph } from '../contract/opinion.ts'
import { formOf } from './modification.ts'
import { commitmentsOnce, controlsOnce, type CriterionView, type DescriptionPaper } from './papers.ts'
import { formWords, listWords, nameControl, nameDeviation, partWords } from './words.ts'

const about = { criteria: [], commitments: [], controls: [] } satisfies Partial<ReportParagraph>

/**
 * The paragraphs of the auditor's report that a part asks for: the opinion itself, the basis of a modified one, which names the
 * criteria and commitments and the reason (AT-C 205, modified opinions), and an emphasis where controls did not operate.
 */
export function aspectParagraphs(
  criteria: readonly CriterionView[],
  judgements: readonly Judgement[],
  aspect: Aspect,
  form: OpinionForm,
): ReportParagraph[] {
  return [
    opinionParagraph(aspect, form),
    ...(form === 'unqualified' ? [] : [...failedCriteria(criteria, aspect), ...brokenCommitments(criteria, aspect)]),
    ...limitations(criteria, judgements, aspect),
    ...nonOccurrence(criteria),
  ]
}

/** The same for the description, whose basis names description criteria. */
export function descriptionParagraphs(
  { notPresented }: DescriptionPaper,
  judgements: readonly Judgement[],
  form: OpinionForm,
): ReportParagraph[] {
  return [
    opinionParagraph('description', form),
    ...(form === 'unqualified'
      ? []
      : notPresented.map(({ criterionId, reasoning }) => ({
          ...about,
          kind: 'basis' as const,
          text: `Basis: the description does not present what ${criterionId} asks for. ${reasoning}`,
          criteria: [criterionId],
        }))),
    ...limitations([], judgements, 'description'),
  ]
}

const opinionParagraph = (part: OpinionPart, form: OpinionForm): ReportParagraph => ({
  ...about,
  kind: 'opinion',
  text: `Opinion on the ${partWords[part]}: ${formWords[form]}.`,
})

function failedCriteria(criteria: readonly CriterionView[], aspect: Aspect): ReportParagraph[] {
  return criteria
    .filter(({ outcome }) => outcome === 'not_effective')
    .map(({ criterionId, controls, commitments }) => {
      const failed = controls.filter((control) => control.outcome === 'not_effective' || control.designFailed)
      const papers = failed.map(({ ref, deviations }) => [ref, ...deviations.map(nameDeviation)].join(', '))
      const because = papers.length === 0 ? '' : ` because of ${papers.join('; ')}`
      return {
        kind: 'basis',
        text: `Basis: ${criterionId} was not met in its ${aspect}${because}.`,
        criteria: [criterionId],
        commitments: commitments.map(({ ref }) => ref),
        controls: failed.map(({ ref }) => ref),
      }
    })
}

function brokenCommitments(criteria: readonly CriterionView[], aspect: Aspect): ReportParagraph[] {
  return commitmentsOnce(criteria)
    .filter(({ commitment }) => commitment.outcome === 'not_effective')
    .map(({ commitment, criteria: standing }) => {
      const ids = standing.map(({ criterionId }) => criterionId)
      return {
        kind: 'basis',
        text: `Basis: ${commitment.ref} was not achieved in the ${aspect} of ${listWords(ids)}.`,
        criteria: ids,
        commitments: [commitment.ref],
        controls: [],
      }
    })
}

function limitations(
  criteria: readonly CriterionView[],
  judgements: readonly Judgement[],
  part: OpinionPart,
): ReportParagraph[] {
  const modifies = judgements.some(
    (judgement) => judgement.kind === 'scope_limitation' && formOf(judgement) !== 'unqualified',
  )
  if (!modifies) return []
  const controls = controlsOnce(criteria).filter(({ control }) => control.outcome === 'not_concluded')
  const left = criteria.filter(({ outcome }) => outcome === 'not_concluded').map(({ criterionId }) => criterionId)
  const names = [...controls.map(nameControl), ...left]
  const on = names.length === 0 ? `the ${partWords[part]}` : listWords(names)
  return [
    {
      kind: 'basis',
      text: `Basis: sufficient appropriate evidence on ${on} could not be obtained.`,
      criteria: left,
      commitments: [],
      controls: controls.map(({ control }) => control.ref),
    },
  ]
}

function nonOccurrence(criteria: readonly CriterionView[]): ReportParagraph[] {
  const idle = controlsOnce(criteria).filter(({ control }) => control.outcome === 'did_not_occur')
  if (idle.length === 0) return []
  return [
    {
      ...about,
      kind: 'emphasis',
      text: `Emphasis: ${listWords(idle.map(nameControl))} did not operate in the period, so its operation was not tested.`,
      controls: idle.map(({ control }) => control.ref),
    },
  ]
}
