import type { JobState } from '../../shared/contract/job.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** What the program and its screens begin by themselves: nobody waits for it, and the next occasion takes it up again. */
const ownWork: ReadonlySet<string> = new Set(['search.update', 'store.backupDue', 'store.backups'])

type RunningJob = { state: JobState; controller: AbortController; ended: PromiseWithResolvers<void> }

/** The jobs under way, for the status line and for cancelling. */
export class RunningJobs {
  readonly #jobs = new Map<string, RunningJob>()

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

  /** Stops what the program began by itself, so that it stands in nobody's way, and waits until it has ended. */
  async stopOwn(): Promise<void> {
    const own = [...this.#jobs.values()].filter(({ state }) => ownWork.has(state.method))
    for (const { state } of own) this.cancel(state.jobId)
    await Promise.all(own.map(({ ended }) => ended.promise))
  }

  cancelAll(): void {
    for (const jobId of this.#jobs.keys()) this.cancel(jobId)
  }
}
