import { daysBetween } from '../period/dayCount.ts'

/** @returns whether a request that is still open should have been answered by now */
export function isOverdue({ status, dueOn }: { status: string; dueOn: string | null }, today: string): boolean {
  return status === 'open' && dueOn !== null && dueOn < today
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
