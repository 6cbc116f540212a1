import { Button, Group, Progress, Text } from '@mantine/core'
import { cancelJob, useJobs } from '../engine/jobs.ts'

/** Long work in the background, with its progress and a way to stop it. */
export function JobLine() {
  const jobs = useJobs()
  return (
    <Group gap="md" h="100%" wrap="nowrap" role="status" aria-label="Work in the background">
      {jobs.map(({ jobId, title, done, total, phase }) => (
        <Group key={jobId} gap="xs" wrap="nowrap">
          <Text size="xs" truncate maw={420}>
            {phase === '' ? title : `${title} · ${phase}`}
          </Text>
          {total > 0 ? (
            <>
              <Progress w={120} value={(100 * done) / total} aria-label={`Progress of: ${title}`} />
              <Text size="xs">{`${Math.floor((100 * done) / total)} %`}</Text>
            </>
          ) : null}
          <Button size="compact-xs" variant="default" aria-label={`Cancel: ${title}`} onClick={() => cancelJob(jobId)}>
            Cancel
          </Button>
        </Group>
      ))}
    </Group>
  )
}
