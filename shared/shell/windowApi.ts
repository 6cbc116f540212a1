import type { ErrorAnswer } from '../errors/domainError.ts'
import type { EngineState } from './engineState.ts'
import type { ShellAction, ShellResults } from './shellAction.ts'

/** How a call of the engine ends: errors travel as data. */
export type CallAnswer = { ok: true; result: unknown } | { ok: false; error: ErrorAnswer }

/** What the shell itself announces to a window, beside the engine's own events. */
export type ShellEvents = {
  'engine.state': { state: EngineState }
  /** The system handed a bundle over; `handedBundle` tells which. */
  'shell.bundleHanded': Record<string, never>
  /** The system goes to sleep, its screen is locked, or nobody is there; the store is closed and its engine ended. `at` is in milliseconds. */
  'shell.locked': { reason: 'suspend' | 'lock-screen' | 'idle'; at: number }
}

/** The one object that a window finds as `window.tickmark`. */
export type WindowApi = {
  /** Calls a method of the engine's contract. Never rejects for a reason of the trade. */
  call: (method: string, params: unknown) => Promise<CallAnswer>
  /** @returns a function that ends the subscription */
  on: (event: string, listener: (payload: unknown) => void) => () => void
  /** Asks the shell for what only it can do. `files` are those of a drop. */
  shell: <A extends ShellAction>(action: A, files?: readonly File[]) => Promise<ShellResults[A['kind']]>
}

declare global {
  interface Window {
    readonly tickmark: WindowApi
  }
}
