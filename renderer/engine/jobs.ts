import { useEffect, useState } from 'react'
import type { JobState } from '../../shared/contract/job.ts'
import { callEngine, onEngineEvent } from './client.ts'

/** The jobs that run, told by events; those that ran before this was shown are asked for once. */
export function useJobs(): JobState[] {
  const [jobs, setJobs] = useState<ReadonlyMap<string, JobState>>(new Map())
  useEffect(() => {
    const ended = new Set<string>()
    const ends = [
      onEngineEvent('job.progress', (job) => setJobs((known) => new Map(known).set(job.jobId, job))),
      onEngineEvent('job.ended', ({ jobId }) => {
        ended.add(jobId)
        setJobs((known) => new Map([...known].filter(([id]) => id !== jobId)))
      }),
      // A process that is gone ends no job any more.
      window.tickmark.on('engine.state', () => setJobs(new Map())),
    ]
    void callEngine('job.list', {}).then(
      ({ jobs: running }) => {
        const before = running.filter(({ jobId }) => !ended.has(jobId)).map((job) => [job.jobId, job] as const)
        setJobs((known) => new Map([...before, ...known]))
      },
      () => undefined,
    )
    return () => ends.forEach((end) => end())
  }, [])
  return [...jobs.values()]
}

/** Asks a job to stop; it leaves nothing behind. */
export function cancelJob(jobId: string): void {
  void callEngine('job.cancel', { jobId }).catch(() => undefined)
}
