import type { jobContract } from '../../shared/contract/job.ts'
import type { Handlers } from './handler.ts'

export const job: Handlers<typeof jobContract> = {
  'job.list': (_params, { jobs }) => ({ jobs: jobs.list() }),
  'job.cancel': ({ jobId }, { jobs }) => ({ asked: jobs.cancel(jobId) }),
}
