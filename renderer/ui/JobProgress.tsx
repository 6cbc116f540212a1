import { Button, Group, Progress, Text } from '@mantine/core'
import type { MethodName } from '../../shared/contract/index.ts'
import { cancelJob, useJobs } from '../engine/jobs.ts'

/** The work that a dialog began, with how far it is and a way to stop it: the line at the foot of the window lies behind the dialog. */
export function JobProgress({ methods }: { methods: readonly MethodName[] }) {
  const job = useJobs().find(({ method }) => methods.some((name) => name === method))
  if (job === undefined) return null
  const { jobId, title, phase, done, total } = job
  const share = total > 0 ? (100 * done) / total : 0
  return (
    <Group wrap="nowrap" role="status">
      <Text size="sm" miw={140}>
        {phase === '' ? 'Working' : `${phase.charAt(0).toUpperCase()}${phase.slice(1)}`}
        {total > 0 ? ` ${Math.floor(share)} %` : null}
      </Text>
      <Progress flex={1} value={total > 0 ? share : 100} animated={total === 0} aria-label={`Progress of: ${title}`} />
      <Button size="compact-sm" variant="default" onClick={() => cancelJob(jobId)}>
        Cancel
      </Button>
    </Group>
  )
}
