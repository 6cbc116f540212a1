import type { Sha256Hex } from '../journal/entry.ts'
import { compareBytes } from './byteOrder.ts'
import { invalid } from './parameters.ts'

/** An item with its ticket: SHA-256 of the UTF-8 of seed, comma and item id, in lower-case hex. */
export type TicketedItem = { itemId: string; ticket: string }

/**
 * `printf '%s,%s' "$SEED" "$id" | sha256sum` gives the same. Nothing is trimmed or normalised.
 * @throws DomainError `sampling.invalid_parameter` for text that has no UTF-8 (half a character)
 */
export function ticketOf(seed: string, itemId: string, sha256: Sha256Hex): string {
  const text = `${seed},${itemId}`
  if (!text.isWellFormed()) throw invalid(itemId.isWellFormed() ? 'seed' : 'itemIds', 'it holds half a character')
  return sha256(text)
}

/** Ascending order of ticket; a tie, which does not occur, by id. */
export function compareTickets(a: TicketedItem, b: TicketedItem): number {
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1
  return compareBytes(a.itemId, b.itemId)
}
