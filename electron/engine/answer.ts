import { asStoreError } from '../../db/sqlite.ts'
import { DomainError, type ErrorAnswer } from '../../shared/errors/domainError.ts'

/**
 * @returns any error as an answer: a domain error as it is, one of the driver as one of the store, an abort as
 * `call.cancelled`; anything else as `engine.unexpected`, its place noted in the local log without its message, which may
 * hold client data
 */
export function asAnswer(error: unknown, log: (line: string) => void): ErrorAnswer {
  const known = asStoreError(error)
  if (known instanceof DomainError) return known.toAnswer()
  if (known instanceof Error && known.name === 'AbortError') return new DomainError('call.cancelled').toAnswer()
  const name = known instanceof Error ? known.name : typeof known
  log(`unexpected ${name} ${placeOf(known)}`)
  return new DomainError('engine.unexpected', { name }).toAnswer()
}

function placeOf(error: unknown): string {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : []
  return frames
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ')
}
