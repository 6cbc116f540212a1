import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import type { MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { ErrorAnswer } from '../../shared/errors/domainError.ts'

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

type Answer = { ok: true; result: unknown } | { ok: false; error: ErrorAnswer }

type Bridge = {
  call: (method: string, params: unknown) => Promise<Answer>
  on: (event: string, listener: (payload: unknown) => void) => () => void
  shell: (action: unknown) => Promise<unknown>
}

/** @returns the one object that the preload put on the window */
export function bridge(): Bridge {
  return (window as unknown as { tickmark: Bridge }).tickmark
}

/** Calls the engine. @throws EngineError */
export async function callEngine<M extends MethodName>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
  const answer = await bridge().call(method, params)
  if (answer.ok) return answer.result as ResultOf<M>
  throw new EngineError(answer.error)
}

/** Listens to the engine. @returns what ends it */
export function onEngineEvent<E extends EventName>(event: E, listener: (payload: EngineEvents[E]) => void): () => void {
  return bridge().on(event, (payload) => listener(payload as EngineEvents[E]))
}
