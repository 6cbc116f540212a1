import { drawableIds } from '../../../db/population.ts'
import { unsettledDuplicates, unsettledOutside } from '../../../db/population/findings.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { periodOf } from '../sample/period.ts'
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
  const { engagementId, ...before } = loadUndrawn(reader, populationId)
  requireSettled(reader, populationId, periodOf(loadEngagement(reader, engagementId)))
  const { count, sha256 } = drawableIds(reader, populationId)
  const said = { complete, accurate, procedure, idsSha256: sha256, drawable: count }
  const isSaid = Object.entries(said).every(([field, value]) => before[field as keyof typeof said] === value)
  const stamp = { concludedBy: actor.practitionerId, concludedAt: now.at }
  return {
    engagementId,
    changes: isSaid ? [] : update('population', populationId, { ...said, ...stamp }),
    answer: () => ({}),
  }
}

/** @throws DomainError `population.duplicate_id`, `population.unsettled` */
function requireSettled(reader: Reader, populationId: string, period: Period | null): void {
  const [duplicate, ...others] = unsettledDuplicates(reader, populationId)
  if (duplicate !== undefined) {
    throw new DomainError('population.duplicate_id', {
      itemId: duplicate.itemId,
      rows: [duplicate, ...others].map(({ row }) => row),
    })
  }
  if (period === null) return
  const { count, row } = unsettledOutside(reader, populationId, { before: period.start, after: period.end })
  if (count > 0) throw new DomainError('population.unsettled', { count, row })
}

/** Takes the conclusion back, so that rows can be settled in another way. The reason is in the journal entry. */
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
  }
  // The procedure's field keeps why it no longer stands, until the next conclusion says anew.
  return {
    engagementId,
    changes: update('population', populationId, { ...taken, procedure: reason }),
    answer: () => ({}),
  }
}
