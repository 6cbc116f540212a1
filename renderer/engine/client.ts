import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import type { MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { ErrorAnswer } from '../../shared/errors/domainError.ts'
import { tellBefore } from './leaving.ts'

/** An error of the engine as a screen receives it. */
export class EngineError extends Error {
  readonly code: string
  readonly details: Record<string, unknown>

  constructor({ code, message, details }: ErrorAnswer) {
    super(message)
    this.name = 'EngineError'
    this.code = code
    this.details = details
  }
}

/** Calls the engine. @throws EngineError */
export async function callEngine<M extends MethodName>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
  tellBefore(method)
  const answer = await window.tickmark.call(method, params)
  if (answer.ok) return answer.result as ResultOf<M>
  throw new EngineError(answer.error)
}

/** Listens to the engine. @returns what ends it */
export function onEngineEvent<E extends EventName>(event: E, listener: (payload: EngineEvents[E]) => void): () => void {
  return window.tickmark.on(event, (payload) => listener(payload as EngineEvents[E]))
}
