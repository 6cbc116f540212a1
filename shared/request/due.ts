import { daysBetween } from '../period/dayCount.ts'
import type { PlainDate } from '../period/plainDate.ts'

/** Where a request stands: it is received once everything that it asks for has an answer. */
export type RequestStanding = 'open' | 'received' | 'closed'

/** @param asked items that are asked for, @param answered those of them that have an answer */
export function standingOf(
  isClosed: boolean,
  { asked, answered }: { asked: number; answered: number },
): RequestStanding {
  if (isClosed) return 'closed'
  return asked > 0 && answered >= asked ? 'received' : 'open'
}

/** @returns whether a request that is still open should have been answered by now */
export function isOverdue({ status, dueOn }: { status: string; dueOn: string | null }, today: string): boolean {
  return status === 'open' && dueOn !== null && dueOn < today
}

/**
 * @returns days since the client was asked: since the list was sent, or since the request was written where nobody said when
 *   it was sent; a request that is done no longer ages
 */
export function ageInDays(
  { sentOn, createdAt, doneAt }: { sentOn: PlainDate | null; createdAt: string; doneAt: string | null },
  today: PlainDate,
): number {
  const until = doneAt === null ? today : doneAt.slice(0, 10)
  return Math.max(0, daysBetween(sentOn ?? createdAt.slice(0, 10), until))
}

/** @returns when a request is due, in words */
export function dueWords(request: { status: string; dueOn: string | null }, today: string): string {
  if (request.dueOn === null) return ''
  if (request.status !== 'open') return request.dueOn
  const days = daysBetween(today, request.dueOn)
  if (days === 0) return `${request.dueOn} (today)`
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`
  return `${request.dueOn} (${days > 0 ? `in ${count}` : `overdue by ${count}`})`
}
