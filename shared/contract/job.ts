import { z } from 'zod'
import { query } from './define.ts'
import { Id, Nothing } from './values.ts'

/** Work under way. `total` is 0 while it is not known. */
export const JobState = z.object({
  jobId: Id,
  method: z.string(),
  title: z.string(),
  done: z.number(),
  total: z.number(),
  phase: z.string(),
})
export type JobState = z.infer<typeof JobState>

export const jobContract = {
  'job.list': query({
    title: 'The jobs that are running',
    params: Nothing,
    result: z.object({ jobs: z.array(JobState) }),
    needsStore: false,
  }),
  'job.cancel': query({
    title: 'Ask a running job to stop; it leaves nothing behind',
    params: z.strictObject({ jobId: Id }),
    result: z.object({ asked: z.boolean() }),
    needsStore: false,
  }),
}
