import { drawableIds } from '../../../db/population.ts'
import { unsettledDuplicateCount, unsettledDuplicates, unsettledOutside } from '../../../db/population/findings.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { differingFields } from '../differingFields.ts'
import { periodOf } from '../sample/period.ts'
import { openChecksOf } from './facts.ts'
import { loadUndrawn } from './load.ts'

type Nothing = Record<string, never>

/**
 * Concludes on completeness and accuracy, once every row that the checks named is settled. What can be drawn is frozen with
 * it: how many rows, and the hash of their ids.
 */
export function concludePopulation(
  { populationId, complete, accurate, procedure }: CheckedParamsOf<'population.conclude'>,
  { reader, actor, now }: CommandContext,
): Outcome<Nothing> {
  const before = loadUndrawn(reader, populationId)
  const { engagementId } = before
  const period = periodOf(loadEngagement(reader, engagementId))
  requireSettled(reader, populationId, period)
  const openChecks = openChecksOf(reader, before, period)
  const { count, sha256 } = drawableIds(reader, populationId)
  const said = { complete, accurate, procedure, idsSha256: sha256, drawable: count, openChecks }
  const isSaid = Object.keys(differingFields(before, said)).length === 0
  const stamp = { concludedBy: actor.practitionerId, concludedAt: now.at }
  return {
    engagementId,
    changes: isSaid ? [] : update('population', populationId, { ...said, ...stamp, reopenedBecause: null }),
    answer: () => ({}),
  }
}

/** @throws DomainError `population.duplicate_id`, `population.unsettled` */
function requireSettled(reader: Reader, populationId: string, period: Period | null): void {
  const { notListed } = unsettledDuplicateCount(reader, populationId)
  const [duplicate, ...others] = unsettledDuplicates(reader, populationId)
  if (duplicate !== undefined) {
    throw new DomainError('population.duplicate_id', {
      itemId: duplicate.itemId,
      rows: [duplicate, ...others].map(({ row }) => row),
    })
  }
  if (notListed > 0) throw new DomainError('population.unsettled', { count: notListed, row: 0 })
  if (period === null) return
  const { count, row } = unsettledOutside(reader, populationId, { before: period.start, after: period.end })
  if (count > 0) throw new DomainError('population.unsettled', { count, row })
}

/** Takes the conclusion back, so that rows can be settled in another way; the reason stands until the next one is taken. */
export function reopenPopulation(
  { populationId, reason }: CheckedParamsOf<'population.reopen'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const { engagementId, concludedAt } = loadUndrawn(reader, populationId)
  if (concludedAt === null) throw new DomainError('population.not_concluded')
  const taken = {
    complete: null,
    accurate: null,
    concludedBy: null,
    concludedAt: null,
    idsSha256: null,
    drawable: null,
    openChecks: null,
    procedure: null,
  }
  return {
    engagementId,
    changes: update('population', populationId, { ...taken, reopenedBecause: reason }),
    answer: () => ({}),
  }
}
