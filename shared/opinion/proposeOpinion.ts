import type { Aspect } from '../contract/conclusion.ts'
import type { Judgement, OpinionForm, OpinionPart, ProposedPart } from '../contract/opinion.ts'
import { opinionParts } from './decision.ts'
import { missingPapers } from './missing.ts'
import { judgedForm, reasonsFromJudgements, reasonsFromPapers } from './reasons.ts'
import { worstForm } from './modification.ts'
import { aspectParagraphs, descriptionParagraphs } from './paragraphs.ts'
import { commitmentsOnce, type CriterionView, type OpinionPapers, viewCriteria } from './papers.ts'

/**
 * The opinion that follows from the papers, part by part, with the reasons and the trace (AT-C 205, modified opinions).
 * It starts unqualified; a judged misstatement or limitation of scope modifies it, the most severe of several wins.
 * Deviations alone do not, nor does a failing control: a person concludes on the criterion, and judges the effect.
 * A criterion that is not met without such a judgement gives a qualified proposal that is not ready. It never decides.
 * @returns two parts for Type 1, three for Type 2
 */
export function proposeOpinion(papers: OpinionPapers): ProposedPart[] {
  return opinionParts(papers.reportType).map((part) => {
    const judgements = papers.judgements.filter((judgement) => judgement.part === part)
    const proposed =
      part === 'description' ? proposeDescription(papers, judgements) : proposeAspect(papers, judgements, part)
    return { part, ...proposed, ready: proposed.missing.length === 0, judgements, decided: decisionOn(papers, part) }
  })
}

type Proposed = Pick<ProposedPart, 'proposal' | 'because' | 'missing' | 'trace' | 'paragraphs'>

/** The description is judged against DC1 to DC9; conclusions on controls say nothing about it. */
function proposeDescription({ description }: OpinionPapers, judgements: Judgement[]): Proposed {
  const { open, notPresented } = description
  const unjudged = notPresented.length > 0 && !judgements.some(({ kind }) => kind === 'misstatement')
  const proposal = worstForm([judgedForm(judgements), unjudged ? 'qualified' : 'unqualified'])
  const failing = notPresented.map(({ criterionId, reasoning }) => `${criterionId} is not presented: ${reasoning}`)
  return {
    proposal,
    because: [
      ...(judgements.length + failing.length === 0
        ? ['No misstatement of the description and no limitation of scope is recorded against DC1 to DC9.']
        : []),
      ...failing,
      ...reasonsFromJudgements(judgements, 'description', false),
      ...(unjudged ? [unjudgedReason] : []),
    ],
    missing: [
      ...(unjudged
        ? notPresented.map(
            ({ criterionId }) =>
              `${criterionId} is not presented. Judge whether the effect is material, and whether it is pervasive.`,
          )
        : []),
      ...open,
    ],
    trace: [],
    paragraphs: descriptionParagraphs(description, judgements, proposal),
  }
}

function proposeAspect(papers: OpinionPapers, judgements: Judgement[], aspect: Aspect): Proposed {
  const criteria = viewCriteria(papers, aspect)
  const failed =
    criteria.some(({ outcome }) => outcome === 'not_effective') ||
    commitmentsOnce(criteria).some(({ commitment }) => commitment.outcome === 'not_effective')
  const unjudged = failed && !judgements.some(({ kind }) => kind === 'misstatement')
  const proposal: OpinionForm = worstForm([judgedForm(judgements), unjudged ? 'qualified' : 'unqualified'])
  return {
    proposal,
    because: [
      ...reasonsFromPapers(criteria, aspect),
      ...reasonsFromJudgements(judgements, aspect, failed),
      ...(unjudged ? [unjudgedReason] : []),
    ],
    missing: missingPapers(criteria, judgements, aspect),
    trace: traceOf(criteria),
    paragraphs: aspectParagraphs(criteria, judgements, aspect, proposal),
  }
}

const unjudgedReason =
  'Nobody has judged yet whether the effect is material or pervasive. Until then a qualified opinion is the careful proposal: ' +
  'it becomes unqualified if the effect is not material, and adverse if it is pervasive.'

function traceOf(criteria: readonly CriterionView[]): ProposedPart['trace'] {
  return criteria.map(({ criterionId, title, outcome, controls, commitments }) => ({
    criterionId,
    criterionTitle: title,
    outcome,
    commitments,
    controls: controls.map((control) => ({
      controlId: control.controlId,
      ref: control.ref,
      title: control.title,
      outcome: control.outcome,
      deviations: control.deviations.map(({ aspect: _aspect, ...deviation }) => deviation),
    })),
  }))
}

function decisionOn({ decided }: OpinionPapers, part: OpinionPart): ProposedPart['decided'] {
  const decision = decided.find((each) => each.part === part)
  if (!decision) return null
  const { opinionId, form, reasoning, by, at } = decision
  return { opinionId, form, reasoning, by, at }
}
