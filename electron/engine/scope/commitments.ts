import { lastCommitmentNumber } from '../../../db/commitment.ts'
import { conclusionRows } from '../../../db/conclusion.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Commitment, CommitmentKind } from '../../../shared/contract/scope.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { loadControl } from '../control/load.ts'
import { checkApplicable } from '../criterion/applicable.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'

const prefixes: Record<CommitmentKind, string> = { commitment: 'SC', requirement: 'SR' }

/** @throws DomainError as the contract of `commitment.save` lists */
export function saveCommitment(
  { engagementId, commitmentId, kind, text, source, criteria, controlIds }: CheckedParamsOf<'commitment.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'commitment.save'>> {
  const engagement = loadEngagement(reader, engagementId)
  const before = commitmentId === undefined ? null : loadCommitment(reader, commitmentId, engagementId)
  if (before !== null && before.kind !== kind) throw new DomainError('commitment.kind_is_fixed', { ref: before.ref })
  checkApplicable(reader, engagement, criteria)
  for (const controlId of controlIds) loadControl(reader, controlId, engagementId)
  const fields = {
    text,
    source: source || null,
    criteria: [...new Set(criteria)].toSorted(),
    controlIds: [...new Set(controlIds)].toSorted(),
  }
  const id = before?.id ?? newId()
  const ref = before?.ref ?? `${prefixes[kind]}-${lastCommitmentNumber(reader, engagementId, kind) + 1}`
  return {
    engagementId,
    changes:
      before === null
        ? create('commitment', id, { kind, ref, ...fields })
        : update('commitment', id, differingFields(before, fields)),
    answer: () => ({ commitmentId: id, ref }),
  }
}

/** @throws DomainError `commitment.not_found` */
export function removeCommitment(
  { commitmentId }: CheckedParamsOf<'commitment.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'commitment.remove'>> {
  const { engagementId } = loadCommitment(reader, commitmentId)
  return { engagementId, changes: hide('commitment', commitmentId), answer: () => ({}) }
}

/**
 * @returns commitments first, then requirements, each by number; controls that were removed since no longer stand there
 * @throws DomainError `engagement.not_found`
 */
export function describeCommitments(reader: Reader, engagementId: string): Commitment[] {
  loadEngagement(reader, engagementId)
  const standing = new Set(reader.list('control', { engagementId }).map(({ id }) => id))
  const concluded = new Map(
    conclusionRows(reader, engagementId)
      .filter(({ targetEntity }) => targetEntity === 'commitment')
      .map(({ targetId, aspect, outcome }) => [`${targetId}:${aspect}`, outcome]),
  )
  return reader
    .list('commitment', { engagementId })
    .map(({ id, engagementId: _of, controlIds, ...commitment }) => ({
      commitmentId: id,
      ...commitment,
      controlIds: controlIds.filter((controlId) => standing.has(controlId)),
      design: concluded.get(`${id}:design`) ?? null,
      operation: concluded.get(`${id}:operation`) ?? null,
    }))
    .toSorted((one, other) => one.kind.localeCompare(other.kind) || numberOf(one) - numberOf(other))
}

/**
 * @param engagementId where given, a commitment of another engagement is not found
 * @throws DomainError `commitment.not_found`
 */
export function loadCommitment(reader: Reader, commitmentId: string, engagementId?: string): EntityRow<'commitment'> {
  const found = reader.get('commitment', commitmentId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('commitment.not_found', { commitmentId })
  }
  return found
}

const numberOf = ({ ref }: Commitment) => Number(ref.slice(ref.indexOf('-') + 1))
