import type { ResultOf } from '../../shared/contract/index.ts'
import type { Request } from '../../shared/contract/request.ts'
import { priorities, priorityWords } from '../../shared/request/priority.ts'
import { isOverdue } from '../../shared/request/due.ts'

/** @returns where a request stands, in words */
export function statusWords(request: Request, today: string): string {
  if (isOverdue(request, today)) return 'overdue'
  if (request.status === 'open' && request.answered > 0) return 'partly received'
  return request.status
}

/** @returns what words a request is found by */
export function searchText({ ref, title, text, subject }: Request): string {
  return [ref, title, text, subject ?? ''].join(' ').toLowerCase()
}

/** @returns how old a request is, or how long it took */
export function ageWords(days: number, isDone: boolean): string {
  const count = days === 1 ? '1 day' : `${days} days`
  if (isDone) return days === 0 ? 'Done on the day it was asked' : `Done after ${count}`
  return days === 0 ? 'Asked today' : `${count} old`
}

/** @returns how many requests stand where: `3 open, 1 of them overdue, 2 received` */
export function countWords({ open, overdue, received, closed }: ResultOf<'request.list'>['counts']): string {
  return [
    `${open} open`,
    ...(overdue === 0 ? [] : [`${overdue} of them overdue`]),
    ...(received === 0 ? [] : [`${received} received`]),
    ...(closed === 0 ? [] : [`${closed} closed`]),
  ].join(', ')
}

export function answersWords(count: number): string {
  return count === 1 ? '1 answer' : `${count} answers`
}

/** What a priority is chosen from. */
export const priorityChoices = priorities.map((value) => ({ value, label: priorityWords[value] }))
