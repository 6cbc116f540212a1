import type { Hypothesis, PartDifference, ProposedPart } from '../contract/opinion.ts'
import { DomainError } from '../errors/domainError.ts'
import type { OpinionPapers } from './papers.ts'

/**
 * The papers as they would be if something else were concluded. Nothing of it is ever written.
 * @throws DomainError `opinion.unknown_hypothesis`
 */
export function suppose(papers: OpinionPapers, hypotheses: readonly Hypothesis[]): OpinionPapers {
  for (const hypothesis of hypotheses) checkTarget(papers, hypothesis)
  const outcomes = new Map(
    hypotheses.map(({ target, aspect, outcome }) => [`${target.entity}:${target.id}:${aspect}`, outcome]),
  )
  const supposed = (entity: string, id: string, aspect: string, recorded: Hypothesis['outcome']) => {
    const outcome = outcomes.get(`${entity}:${id}:${aspect}`)
    return outcome === undefined ? recorded : outcome
  }
  const both = (entity: string, id: string, recorded: { design: Outcome; operation: Outcome }) => ({
    design: supposed(entity, id, 'design', recorded.design),
    operation: supposed(entity, id, 'operation', recorded.operation),
  })
  return {
    ...papers,
    criteria: papers.criteria.map((criterion) => {
      const { criterionId, designConclusion, operationConclusion } = criterion
      return {
        ...criterion,
        designConclusion: supposed('criterion', criterionId, 'design', designConclusion),
        operationConclusion: supposed('criterion', criterionId, 'operation', operationConclusion),
        controls: criterion.controls.map((control) => ({ ...control, ...both('control', control.controlId, control) })),
      }
    }),
    commitments: papers.commitments.map((commitment) => ({
      ...commitment,
      ...both('commitment', commitment.commitmentId, commitment),
    })),
  }
}

type Outcome = Hypothesis['outcome']

function checkTarget({ reportType, criteria, commitments }: OpinionPapers, { target, aspect }: Hypothesis): void {
  const { entity, id } = target
  const isKnown =
    entity === 'criterion'
      ? criteria.some(({ criterionId }) => criterionId === id)
      : entity === 'control'
        ? criteria.some(({ controls }) => controls.some(({ controlId }) => controlId === id))
        : commitments.some(({ commitmentId }) => commitmentId === id)
  if (!isKnown || (aspect === 'operation' && reportType === 'type1')) {
    throw new DomainError('opinion.unknown_hypothesis', { id, aspect })
  }
}

/** @returns what differs between the proposal that follows from the papers and the one that would follow, part by part */
export function differencesOf(recorded: readonly ProposedPart[], supposed: readonly ProposedPart[]): PartDifference[] {
  return supposed.flatMap((after) => {
    const before = recorded.find(({ part }) => part === after.part)
    if (before === undefined) return []
    const paragraphs = (proposed: ProposedPart) => proposed.paragraphs.map(({ text }) => text)
    const difference = {
      part: after.part,
      from: before.proposal,
      to: after.proposal,
      paragraphsAdded: without(paragraphs(after), paragraphs(before)),
      paragraphsRemoved: without(paragraphs(before), paragraphs(after)),
      missingAdded: without(after.missing, before.missing),
      missingRemoved: without(before.missing, after.missing),
    }
    const { paragraphsAdded, paragraphsRemoved, missingAdded, missingRemoved } = difference
    const lists = [paragraphsAdded, paragraphsRemoved, missingAdded, missingRemoved]
    const isSame = difference.from === difference.to && lists.every((list) => list.length === 0)
    return isSame ? [] : [difference]
  })
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return some.filter((each) => !known.has(each))
}
