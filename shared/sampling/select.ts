import { DomainError } from '../errors/domainError.ts'
import type { Sha256Hex } from '../journal/entry.ts'
import { TicketNumbers } from './duplicates.ts'
import { LowestTickets } from './lowestTickets.ts'
import { checkCount } from './parameters.ts'
import { type TicketedItem, ticketOf } from './ticket.ts'

/**
 * Random selection: the first `size` items in ascending order of ticket. The order of the ids does not matter, and a
 * greater size keeps the smaller selection as its beginning.
 * @param itemIds of the population, as imported
 * @param sha256 of a text's UTF-8, in lower-case hex
 * @throws DomainError `sampling.duplicate_id`, `sampling.size_exceeds_population`, `sampling.invalid_parameter`
 */
export function select(seed: string, itemIds: readonly string[], size: number, sha256: Sha256Hex): TicketedItem[] {
  return nextInOrder(seed, itemIds, new Set(), size, sha256)
}

/**
 * The next `count` items in ticket order after those already taken: an extension, or the replacement of an item.
 * @param taken ids that were drawn before, replaced ones among them
 * @throws DomainError as `select`
 */
export function nextInOrder(
  seed: string,
  itemIds: readonly string[],
  taken: ReadonlySet<string>,
  count: number,
  sha256: Sha256Hex,
): TicketedItem[] {
  checkCount(count, 'size')
  if (taken.size + count > itemIds.length) {
    throw new DomainError('sampling.size_exceeds_population', {
      size: taken.size + count,
      populationSize: itemIds.length,
    })
  }
  const numbers = new TicketNumbers(itemIds)
  const lowest = new LowestTickets(count)
  for (const [place, itemId] of itemIds.entries()) {
    const ticket = ticketOf(seed, itemId, sha256)
    numbers.add(ticket, place)
    if (lowest.accepts(ticket) && !taken.has(itemId)) lowest.add({ itemId, ticket })
  }
  const duplicate = numbers.firstDuplicate()
  if (duplicate !== undefined) throw new DomainError('sampling.duplicate_id', { itemId: duplicate })
  return lowest.inOrder()
}
