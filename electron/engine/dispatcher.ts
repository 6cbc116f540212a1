import { setImmediate } from 'node:timers/promises'
import type { MergePlan } from '../../db/journal/planMerge.ts'
import type { MethodDefinition } from '../../shared/contract/define.ts'
import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import { contract, type MethodName, type ParamsOf, type ResultOf } from '../../shared/contract/index.ts'
import type { EntryBody } from '../../shared/journal/entry.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { asAnswer } from './answer.ts'
import { checkParams, checkResult } from './checks.ts'
import { taken } from './merge/announce.ts'
import type { Environment } from './environment.ts'
import type { CommandContext, JobContext, Outcome, QueryContext } from './handler.ts'
import { handlers } from './handlers.ts'
import { RunningJobs } from './runningJobs.ts'
import { SearchFollower } from './search/follower.ts'
import { requireOpenFile, requireUnlockedPapers } from './lock/door.ts'
import type { Session } from './session.ts'
import { withTeamMember } from './teamMember.ts'

/** Sends an event to whoever listens. */
export type Announce = <E extends EventName>(event: E, payload: EngineEvents[E]) => void

/** Turns what a caller calls a file into a path, or refuses. */
export type ResolvePath = (ref: string) => string

const slowQueryMilliseconds = 50
/** How often the progress of a job is told within one phase. */
const tellMilliseconds = 100
/** How long a job goes on before calls are answered. */
const sliceMilliseconds = 15

type AnyHandler = (params: unknown, context: unknown) => unknown

/** The one door to the engine: look up, check, run, journal, answer, announce. */
export class Dispatcher {
  readonly session: Session
  readonly jobs = new RunningJobs()
  readonly #environment: Environment
  readonly #announce: Announce
  readonly #search: SearchFollower

  constructor(session: Session, environment: Environment, announce: Announce) {
    this.session = session
    this.#environment = environment
    this.#announce = announce
    this.#search = new SearchFollower({
      session,
      whenIdle: environment.whenIdle,
      update: () => this.#updateSearch(),
    })
  }

  /**
   * Calls a method by name with parameters from outside.
   * @throws DomainError `call.unknown_method`, `call.invalid_params`, `store.locked`, and what the method's rules throw
   */
  async call(method: string, params: unknown, resolvePath: ResolvePath): Promise<unknown> {
    const definition = definitionOf(method)
    const checked = checkParams(method, definition, params)
    if (definition.needsStore && !this.session.isOpen) throw new DomainError('store.locked')
    const handler = handlers[method as MethodName] as unknown as AnyHandler
    if (definition.kind !== 'query' && this.session.isOpen) this.#requireUnlockedPapers(method, checked)
    const result = await this.#run(method, definition, (context) => handler(checked, context), resolvePath)
    return this.#environment.checksResults ? checkResult(method, definition, result) : result
  }

  /** The same, for callers inside the program: typed by the contract. */
  async callTyped<M extends MethodName>(
    method: M,
    params: ParamsOf<M>,
    resolvePath: ResolvePath,
  ): Promise<ResultOf<M>> {
    return (await this.call(method, params, resolvePath)) as ResultOf<M>
  }

  #run(
    method: string,
    definition: MethodDefinition,
    run: (context: unknown) => unknown,
    resolvePath: ResolvePath,
  ): unknown {
    switch (definition.kind) {
      case 'query':
        return this.#query(method, run)
      case 'command':
        return this.#commit(method, () => run(this.#commandContext()) as Outcome<unknown>)
      case 'job':
        return this.#job(method, definition.title, run, resolvePath)
    }
  }

  #requireUnlockedPapers(method: string, params: unknown): void {
    const { store, practitioner } = this.session.open
    const now = this.#environment.clock()
    requireUnlockedPapers(store.reader, { method, params, actorId: practitioner.practitionerId, now })
  }

  #query(method: string, run: (context: unknown) => unknown): unknown {
    const start = performance.now()
    const result = run(this.#queryContext())
    const took = performance.now() - start
    if (took > slowQueryMilliseconds) this.#environment.log(`slow query ${method} ${Math.round(took)} ms`)
    return result
  }

  #commit<R>(method: string, work: () => Outcome<R>): R {
    const { store, practitioner } = this.session.open
    let written: EntryBody | null = null
    let merged: MergePlan | null = null
    const answer = store.transaction(() => {
      const outcome = work()
      if (outcome.merge !== undefined && outcome.merge.rows.length > 0) {
        store.merge(outcome.merge)
        merged = outcome.merge
      }
      const changes = withTeamMember(store.reader, outcome, practitioner)
      if (outcome.changes.length > 0) {
        const now = this.#environment.clock()
        const { engagementId } = outcome
        const actorId = practitioner.practitionerId
        requireOpenFile(store.reader, { method, engagementId, actorId, now })
        written = store.append({
          engagementId,
          actorId,
          command: method,
          changes,
          now,
        })
      }
      return outcome.answer()
    })
    if (merged !== null) this.#announce('entities.changed', taken(method, merged))
    if (written !== null) {
      this.#announce('entities.changed', changed(written))
      if (speaksOfPeople(written)) {
        this.session.lookAtPeople()
        this.#announce('store.state', this.session.state())
      }
      this.session.noteCommit(this.#environment.clock().milliseconds)
    }
    if (merged !== null || written !== null) this.#search.note()
    return answer
  }

  async #job(
    method: string,
    title: string,
    run: (context: unknown) => unknown,
    resolvePath: ResolvePath,
  ): Promise<unknown> {
    const jobId = this.#environment.newId()
    const signal = this.jobs.begin({ jobId, method, title, done: 0, total: 0, phase: '' })
    let failed = true
    try {
      const result = await run(this.#jobContext(method, jobId, signal, resolvePath))
      failed = false
      return result
    } finally {
      this.jobs.end(jobId)
      this.#announce('job.ended', { jobId, method, failed })
      if (method.startsWith('store.')) this.#announce('store.state', this.session.state())
      if (method === 'store.open') this.#search.note()
    }
  }

  /** A search brings the papers up to date by itself, and says which files are missing: nobody is troubled where this fails. */
  async #updateSearch(): Promise<void> {
    // What somebody waits for has the processors.
    await this.jobs.rest()
    try {
      await this.callTyped('search.update', {}, (path) => path)
    } catch (error) {
      asAnswer(error, this.#environment.log)
    }
  }

  #queryContext(): QueryContext {
    const { session, jobs } = this
    return {
      session,
      jobs,
      get reader() {
        return session.open.store.reader
      },
      get actor() {
        return session.open.practitioner
      },
    }
  }

  #commandContext(): CommandContext {
    const { clock, newId, random } = this.#environment
    return extend(this.#queryContext(), { now: clock(), newId, random })
  }

  /** @returns what keeps the progress of a job, and tells it as often as eyes can follow: a copy of a store makes a thousand steps a second */
  #progressOf(jobId: string): JobContext['progress'] {
    let told = { at: -Infinity, phase: '' }
    return (done, total, phase) => {
      const state = this.jobs.update(jobId, { done, total, phase })
      const at = performance.now()
      if (state === undefined || (phase === told.phase && at - told.at < tellMilliseconds && done !== total)) return
      told = { at, phase }
      this.#announce('job.progress', { ...state })
    }
  }

  #jobContext(method: string, jobId: string, signal: AbortSignal, resolvePath: ResolvePath): JobContext {
    const { session } = this
    return extend(this.#commandContext(), {
      jobId,
      get store() {
        return session.open.store
      },
      passphraseCost: this.#environment.passphraseCost,
      publishers: this.#environment.publishers,
      resolvePath,
      signal,
      progress: this.#progressOf(jobId),
      pause: pauses(signal),
      commit: <R>(work: () => Outcome<R>) => {
        signal.throwIfAborted()
        return this.#commit(method, work)
      },
      call: <M extends MethodName>(other: M, params: ParamsOf<M>) => this.callTyped(other, params, (path) => path),
    })
  }
}

/** @returns a job's `pause`: others get their turn where it has gone on for a while, so that it may be called after every step */
function pauses(signal: AbortSignal): JobContext['pause'] {
  let since = performance.now()
  return async () => {
    signal.throwIfAborted()
    if (performance.now() - since < sliceMilliseconds) return
    await setImmediate()
    since = performance.now()
    signal.throwIfAborted()
  }
}

/** Adds properties and keeps getters: what needs an open store is asked for only when it is used. */
function extend<A extends object, B extends object>(base: A, more: B): A & B {
  return Object.defineProperties(base, Object.getOwnPropertyDescriptors(more)) as A & B
}

function definitionOf(method: string): MethodDefinition {
  if (!Object.hasOwn(contract, method)) throw new DomainError('call.unknown_method', { method })
  return contract[method as MethodName]
}

function speaksOfPeople({ changes }: EntryBody): boolean {
  return changes.some(({ entity }) => entity === 'practitioner')
}

function changed(entry: EntryBody): EngineEvents['entities.changed'] {
  const ids = Map.groupBy(entry.changes, ({ entity }) => entity)
  return {
    engagementId: entry.engagementId,
    command: entry.command,
    entities: [...ids].map(([entity, changes]) => ({ entity, ids: [...new Set(changes.map(({ id }) => id))] })),
    entry: { seq: entry.seq, at: entry.at },
  }
}
