import { Button, Group, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { JobState } from '../../shared/contract/job.ts'
import { callEngine, onEngineEvent } from '../engine/client.ts'

/** Long work in the background, with its progress and a way to stop it. */
export function JobLine() {
  const jobs = useJobs()
  return (
    <Group gap="md" h="100%" wrap="nowrap" role="status" aria-label="Work in the background">
      {jobs.map(({ jobId, title, done, total, phase }) => (
        <Group key={jobId} gap="xs" wrap="nowrap">
          <Text size="xs" truncate maw={420}>
            {title} {phase}
          </Text>
          {total > 0 ? (
            <>
              <Progress w={120} value={(100 * done) / total} aria-label={`Progress of: ${title}`} />
              <Text size="xs">{`${Math.floor((100 * done) / total)} %`}</Text>
            </>
          ) : null}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Cancel: ${title}`}
            onClick={() => void callEngine('job.cancel', { jobId }).catch(() => undefined)}
          >
            Cancel
          </Button>
        </Group>
      ))}
    </Group>
  )
}

/** The jobs that run, told by events; those that ran before this was shown are asked for once. */
function useJobs(): JobState[] {
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
