import { setTimeout } from 'node:timers/promises'
import type { JobState } from '../../shared/contract/job.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** What the program and its screens begin by themselves: nobody waits for it, and the next occasion takes it up again. */
const ownWork: ReadonlySet<string> = new Set(['search.update', 'store.backupDue', 'store.backups'])

type RunningJob = { state: JobState; controller: AbortController; ended: PromiseWithResolvers<void> }

/** The jobs under way, for the status line and for cancelling. */
export class RunningJobs {
  readonly #jobs = new Map<string, RunningJob>()
  readonly #patience: number
  #alone: string | null = null

  /** @param patience milliseconds within which a call of a screen ends; what takes longer is work that somebody waits for */
  constructor(patience = 3000) {
    this.#patience = patience
  }

  begin(state: JobState): AbortSignal {
    const controller = new AbortController()
    this.#jobs.set(state.jobId, { state, controller, ended: Promise.withResolvers() })
    return controller.signal
  }

  update(jobId: string, progress: Pick<JobState, 'done' | 'total' | 'phase'>): JobState | undefined {
    const job = this.#jobs.get(jobId)
    if (job !== undefined) Object.assign(job.state, progress)
    return job?.state
  }

  end(jobId: string): void {
    this.#jobs.get(jobId)?.ended.resolve()
    this.#jobs.delete(jobId)
  }

  get areRunning(): boolean {
    return this.#jobs.size > 0
  }

  list(): JobState[] {
    return [...this.#jobs.values()].map(({ state }) => ({ ...state }))
  }

  /** @returns whether there was such a job */
  cancel(jobId: string): boolean {
    const job = this.#jobs.get(jobId)
    job?.controller.abort(new DomainError('call.cancelled'))
    return job !== undefined
  }

  /** Waits until nothing runs. */
  async rest(): Promise<void> {
    while (this.areRunning) await Promise.all([...this.#jobs.values()].map(({ ended }) => ended.promise))
  }

  /** Stops what the program began by itself, so that work that somebody waits for has the processors and the disk. */
  async stopOwn(): Promise<void> {
    const own = [...this.#jobs.values()].filter(({ state }) => ownWork.has(state.method))
    for (const { state } of own) this.cancel(state.jobId)
    await Promise.all(own.map(({ ended }) => ended.promise))
  }

  /**
   * Waits until a job is the only one: what the program began by itself is stopped, and what people asked for is given a moment
   * to end. What follows without a pause has nothing beside it.
   * @throws DomainError `store.work_running` where work goes on, or another job waits to be alone
   */
  async standAlone(jobId: string): Promise<void> {
    if (this.#alone !== null && this.#jobs.has(this.#alone)) throw new DomainError('store.work_running')
    this.#alone = jobId
    const tooLong = new AbortController()
    const over = setTimeout(this.#patience, 'over', { signal: tooLong.signal }).catch(() => 'stopped')
    try {
      // Screens ask anew when something has ended, so there may be others by then.
      for (let others = this.#others(jobId); others.length > 0; others = this.#others(jobId)) {
        for (const { state } of others) if (ownWork.has(state.method)) this.cancel(state.jobId)
        const ended = Promise.all(others.map((other) => other.ended.promise))
        if ((await Promise.race([ended, over])) === 'over') throw new DomainError('store.work_running')
      }
    } finally {
      tooLong.abort()
    }
  }

  #others(jobId: string): RunningJob[] {
    return [...this.#jobs.values()].filter(({ state }) => state.jobId !== jobId)
  }

  cancelAll(): void {
    for (const jobId of this.#jobs.keys()) this.cancel(jobId)
  }
}
