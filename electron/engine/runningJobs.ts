import type { JobState } from '../../shared/contract/job.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** The jobs under way, for the status line and for cancelling. */
export class RunningJobs {
  readonly #jobs = new Map<string, { state: JobState; controller: AbortController }>()

  begin(state: JobState): AbortSignal {
    const controller = new AbortController()
    this.#jobs.set(state.jobId, { state, controller })
    return controller.signal
  }

  update(jobId: string, progress: Pick<JobState, 'done' | 'total' | 'phase'>): JobState | undefined {
    const job = this.#jobs.get(jobId)
    if (job !== undefined) Object.assign(job.state, progress)
    return job?.state
  }

  end(jobId: string): void {
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

  cancelAll(): void {
    for (const jobId of this.#jobs.keys()) this.cancel(jobId)
  }
}
