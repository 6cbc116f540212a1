import { showAgain } from '../../../db/hiddenRow.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { engagementOfTarget, linkIdOf, loadEvidence } from './load.ts'

/** What is left out stays; `null` takes back what was said. @throws DomainError `evidence.not_found` */
export function describeEvidence(
  { evidenceId, ...said }: CheckedParamsOf<'evidence.describe'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'evidence.describe'>> {
  const before = loadEvidence(reader, evidenceId)
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return {
    engagementId: before.engagementId,
    changes: update('evidence', evidenceId, differingFields(before, given)),
    answer: () => ({}),
  }
}

/** @throws DomainError `evidence.not_found`, `evidence.target_not_found` */
export function linkEvidence(
  { evidenceId, target }: CheckedParamsOf<'evidence.link'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'evidence.link'>> {
  const { engagementId } = loadEvidence(reader, evidenceId)
  if (engagementOfTarget(reader, target) !== engagementId)
    throw new DomainError('evidence.target_not_found', { entity: target.entity, id: target.id })
  const linkId = linkIdOf(evidenceId, target)
  const isLinked = reader.get('evidenceLink', linkId) !== undefined
  const link = { evidenceId, targetEntity: target.entity, targetId: target.id, unlinkedBecause: null }
  return {
    engagementId,
    changes: isLinked ? [] : [...create('evidenceLink', linkId, link), ...showAgain(reader, 'evidenceLink', linkId)],
    answer: () => ({}),
  }
}

/** @throws DomainError `evidence.not_found`, `evidence.not_linked` */
export function unlinkEvidence(
  { evidenceId, target, reason }: CheckedParamsOf<'evidence.unlink'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'evidence.unlink'>> {
  const { engagementId } = loadEvidence(reader, evidenceId)
  const linkId = linkIdOf(evidenceId, target)
  if (reader.get('evidenceLink', linkId) === undefined) throw new DomainError('evidence.not_linked', { evidenceId })
  return {
    engagementId,
    changes: [...update('evidenceLink', linkId, { unlinkedBecause: reason }), ...hide('evidenceLink', linkId)],
    answer: () => ({}),
  }
}

/**
 * A file that a population was imported from is part of that paper and stays with it.
 * @throws DomainError `evidence.not_found`, `evidence.is_source`
 */
export function removeEvidence(
  { evidenceId, reason }: CheckedParamsOf<'evidence.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'evidence.remove'>> {
  const { engagementId, name } = loadEvidence(reader, evidenceId)
  const [population] = reader.list('population', { engagementId, evidenceId })
  if (population !== undefined) throw new DomainError('evidence.is_source', { name, population: population.name })
  const links = reader.list('evidenceLink', { evidenceId })
  return {
    engagementId,
    changes: [
      ...update('evidence', evidenceId, { removedBecause: reason }),
      ...hide('evidence', evidenceId),
      ...links.flatMap(({ id }) => hide('evidenceLink', id)),
    ],
    answer: () => ({}),
  }
}
