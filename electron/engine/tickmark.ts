import { tickmarkRows } from '../../db/tickmark.ts'
import type { Reader } from '../../db/reader.ts'
import type { Tickmark, tickmarkContract } from '../../shared/contract/tickmark.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { usualTickmarks } from '../../shared/testing/usualTickmarks.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const tickmark: Handlers<typeof tickmarkContract> = {
  'tickmark.save': ({ engagementId, tickmarkId, symbol, meaning }, { reader, newId }) => {
    loadEngagement(reader, engagementId)
    const legend = tickmarkRows(reader, engagementId)
    const before = tickmarkId === undefined ? null : loadTickmark(reader, tickmarkId, engagementId)
    checkUnused(legend, before)
    const others = legend.filter((other) => other.tickmarkId !== before?.id)
    if (others.some((other) => other.symbol === symbol)) throw new DomainError('tickmark.duplicate_symbol', { symbol })
    const id = before?.id ?? newId()
    const changes =
      before === null
        ? create('tickmark', id, { symbol, meaning, position: nextPosition(reader, engagementId) })
        : update('tickmark', id, differingFields(before, { symbol, meaning }))
    return { engagementId, changes, answer: () => ({ tickmarkId: id }) }
  },

  'tickmark.addUsual': ({ engagementId }, { reader, newId }) => {
    loadEngagement(reader, engagementId)
    const known = new Set(tickmarkRows(reader, engagementId).map(({ symbol }) => symbol))
    const missing = usualTickmarks.filter(({ symbol }) => !known.has(symbol))
    const first = nextPosition(reader, engagementId)
    return {
      engagementId,
      changes: missing.flatMap((usual, at) => create('tickmark', newId(), { ...usual, position: first + at })),
      answer: () => ({ added: missing.length }),
    }
  },

  'tickmark.remove': ({ tickmarkId }, { reader }) => {
    const before = loadTickmark(reader, tickmarkId)
    const { engagementId } = before
    checkUnused(tickmarkRows(reader, engagementId), before)
    return { engagementId, changes: hide('tickmark', tickmarkId), answer: () => ({}) }
  },

  'tickmark.list': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { tickmarks: tickmarkRows(reader, engagementId) }
  },
}

/**
 * @returns a tickmark of the legend of this engagement
 * @throws DomainError `tickmark.not_found`
 */
export function loadTickmark(reader: Reader, tickmarkId: string, engagementId?: string): EntityRow<'tickmark'> {
  const found = reader.get('tickmark', tickmarkId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId))
    throw new DomainError('tickmark.not_found', { tickmarkId })
  return found
}

/** A meaning that papers rest on does not change under them. */
function checkUnused(legend: readonly Tickmark[], before: EntityRow<'tickmark'> | null): void {
  const uses = legend.find(({ tickmarkId }) => tickmarkId === before?.id)?.uses ?? 0
  if (before !== null && uses > 0) throw new DomainError('tickmark.in_use', { symbol: before.symbol, count: uses })
}

function nextPosition(reader: Reader, engagementId: string): number {
  const positions = reader.list('tickmark', { engagementId }).map(({ position }) => position)
  return Math.max(0, ...positions) + 1
}
