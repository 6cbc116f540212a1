import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Judgement, ProposedPart } from '../../../shared/contract/opinion.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide, update } from '../../../shared/journal/change.ts'
import { checkDecision, opinionParts } from '../../../shared/opinion/decision.ts'
import { proposeOpinion } from '../../../shared/opinion/proposeOpinion.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadPapers } from './papers.ts'

type Params = CheckedParamsOf<'opinion.save'>

/**
 * Records what the practitioner decided and judged; a decision is checked against the proposal that follows from these judgements.
 * @throws DomainError `engagement.not_found`, `opinion.part_not_in_type1`, `opinion.reasoning_required`
 */
export function saveOpinion(params: Params, { reader, actor, now }: CommandContext): Outcome<ResultOf<'opinion.save'>> {
  const { engagementId, parts, judgements, basis } = params
  const engagement = loadEngagement(reader, engagementId)
  const papers = loadPapers(reader, engagementId, judgements)
  for (const { part } of papers.judgements) checkPart(engagement.reportType, part)
  const proposed = new Map(proposeOpinion(papers).map((part) => [part.part, part]))
  for (const { part, form, reasoning } of parts) {
    checkPart(engagement.reportType, part)
    checkDecision({ reportType: engagement.reportType, part, form, proposal: proposalOf(proposed, part), reasoning })
  }
  const stamp = { by: actor.practitionerId, at: now.at }
  return {
    engagementId,
    changes: [
      ...[...new Map(parts.map((part) => [part.part, part])).values()].flatMap((part) =>
        partChanges(reader, engagementId, part, stamp),
      ),
      ...(judgements === undefined ? [] : judgementChanges(reader, engagementId, judgements)),
      ...(basis === undefined || basis === (engagement.opinionBasis ?? '')
        ? []
        : update('engagement', engagementId, { opinionBasis: basis === '' ? null : basis })),
    ],
    answer: () => ({}),
  }
}

function checkPart(reportType: 'type1' | 'type2', part: Judgement['part']): void {
  if (!opinionParts(reportType).includes(part)) throw new DomainError('opinion.part_not_in_type1', { part })
}

function proposalOf(proposed: ReadonlyMap<string, ProposedPart>, part: Judgement['part']): ProposedPart['proposal'] {
  const found = proposed.get(part)
  if (found === undefined) throw new DomainError('opinion.part_not_in_type1', { part })
  return found.proposal
}

type Stamp = { by: string; at: string }

function partChanges(
  reader: Reader,
  engagementId: string,
  { part, form, reasoning }: Params['parts'][number],
  stamp: Stamp,
): Change[] {
  const id = `${engagementId}:${part}`
  const before = reader.get('opinion', id)
  const fields = { part, form, reasoning: reasoning ?? '' }
  if (before === undefined) return create('opinion', id, { ...fields, ...stamp })
  const changed = differingFields(before, fields)
  return Object.keys(changed).length === 0 ? [] : update('opinion', id, { ...changed, ...stamp })
}

/** The judgements given replace those recorded. Several of one part and kind are numbered, so that copies of one file agree on their ids. */
function judgementChanges(reader: Reader, engagementId: string, judgements: readonly Judgement[]): Change[] {
  const groups = Map.groupBy(judgements, ({ part, kind }) => `${engagementId}:${part}:${kind}`)
  const given = new Map(
    [...groups].flatMap(([group, each]) => each.map((judgement, place) => [`${group}:${place + 1}`, judgement])),
  )
  const recorded = new Map(reader.list('judgement', { engagementId }).map((row) => [row.id, row]))
  return [
    ...[...given].flatMap(([id, judgement]) => {
      const before = recorded.get(id)
      return before === undefined
        ? [...create('judgement', id, judgement), ...showAgain(reader, 'judgement', id)]
        : update('judgement', id, differingFields(before, judgement))
    }),
    ...[...recorded.keys()].filter((id) => !given.has(id)).flatMap((id) => hide('judgement', id)),
  ]
}
