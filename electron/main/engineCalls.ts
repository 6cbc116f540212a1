import { DomainError } from '../../shared/errors/domainError.ts'
import type { EngineState } from '../../shared/shell/engineState.ts'
import type { CallAnswer } from '../../shared/shell/windowApi.ts'
import type { EngineCall, EngineMessage } from '../engine/wire.ts'
import type { EngineProcess } from './engineHost.ts'
import { RestartBudget } from './restartBudget.ts'

type Surroundings = {
  start: () => EngineProcess
  now: () => number
  onState: (state: EngineState) => void
  onEvent: (event: string, payload: unknown) => void
  log: (line: string) => void
}

const restartsAMinute = 3

/**
 * The calls that are open at the engine. A dead engine is an answer: each of them ends with `engine.gone`, none is asked
 * again by itself, and the engine starts anew, at most three times a minute; then it waits until somebody asks for it.
 */
export class EngineCalls {
  readonly #surroundings: Surroundings
  readonly #budget: RestartBudget
  readonly #open = new Map<number, (answer: CallAnswer) => void>()
  #waiting: EngineCall[] = []
  #process: EngineProcess | undefined
  #state: EngineState = 'starting'
  #lastId = 0
  #isLeaving = false
  #ending: (() => void) | undefined

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
    this.#budget = new RestartBudget(restartsAMinute, surroundings.now)
  }

  get state(): EngineState {
    return this.#state
  }

  /**
   * Asks the engine; before it is ready, the call waits for it.
   * @param grants the file tokens of the asking window and their paths
   */
  call(method: string, params: unknown, grants: Record<string, string>): Promise<CallAnswer> {
    if (this.#state === 'gone' || this.#state === 'stopped') return Promise.resolve(goneAnswer())
    this.#lastId += 1
    const call = { id: this.#lastId, method, params, grants }
    const { promise, resolve } = Promise.withResolvers<CallAnswer>()
    this.#open.set(call.id, resolve)
    if (this.#state === 'ready') this.#process?.send(call)
    else this.#waiting.push(call)
    return promise
  }

  /** Starts the engine for the first time, and again where it stopped, on a window's request; else it does nothing. */
  begin(): void {
    if (this.#process !== undefined || this.#state === 'gone') return
    if (this.#state === 'stopped') this.#budget.refill()
    this.#start()
  }

  /** Closes the store and ends its process, so that no memory holds anything of it; another one starts at once. */
  async renew(): Promise<void> {
    const leaving = this.#process
    if (this.#isLeaving || leaving === undefined) return
    this.#isLeaving = true
    await this.call('store.lock', {}, {})
    leaving.end()
  }

  /** Ends the engine for good. Resolves when its process is gone. */
  end(): Promise<void> {
    const process = this.#process
    if (process === undefined) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#ending = resolve
    process.end()
    return promise
  }

  #start(): void {
    this.#become('starting')
    const process = this.#surroundings.start()
    this.#process = process
    process.onMessage((message) => this.#hear(message))
    process.onExit((how) => this.#lose(how))
  }

  #hear(message: EngineMessage): void {
    if ('event' in message) this.#surroundings.onEvent(message.event, message.payload)
    else if ('ready' in message) this.#release()
    else {
      const { id, ...answer } = message
      this.#open.get(id)?.(answer)
      this.#open.delete(id)
    }
  }

  #release(): void {
    this.#become('ready')
    for (const call of this.#waiting) this.#process?.send(call)
    this.#waiting = []
  }

  #lose(how: string): void {
    this.#process = undefined
    this.#waiting = []
    for (const resolve of this.#open.values()) resolve(goneAnswer())
    this.#open.clear()
    if (this.#ending !== undefined) return this.#ending()
    const isLeaving = this.#isLeaving
    this.#isLeaving = false
    if (isLeaving) return this.#start()
    this.#surroundings.log(`The engine ended by itself: ${how}`)
    this.#become('gone')
    if (this.#budget.take()) this.#start()
    else this.#become('stopped')
  }

  #become(state: EngineState): void {
    this.#state = state
    this.#surroundings.onState(state)
  }
}

function goneAnswer(): CallAnswer {
  return { ok: false, error: new DomainError('engine.gone').toAnswer() }
}
