import type { ErrorAnswer } from '../../shared/errors/domainError.ts'

/** A call as it crosses the process border. `grants` are the file tokens of the asking window and their paths. */
export type EngineCall = { id: number; method: string; params: unknown; grants: Record<string, string> }

/** What the engine sends: ready once, then answers and events. */
export type EngineMessage =
  | { ready: true }
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; error: ErrorAnswer }
  | { event: string; payload: unknown }
