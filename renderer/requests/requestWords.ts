import type { Request } from '../../shared/contract/request.ts'
import { isOverdue } from '../../shared/request/due.ts'

export const kindWords: Record<Request['kind'], string> = {
  sample: 'items of a sample',
  check: 'a check of a population',
  other: 'other',
}

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
