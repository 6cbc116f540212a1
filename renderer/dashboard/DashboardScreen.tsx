import { Alert, Anchor, Paper, Progress, SimpleGrid, Text } from '@mantine/core'
import { useRouteParam } from '../app/params.ts'
import { ChangeEngagement } from '../engagements/ChangeEngagement.tsx'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { Countdown } from '../lock/Countdown.tsx'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { nextStep } from './nextStep.ts'
import { progressTiles, requestTile } from './progressTiles.ts'

/** Where the engagement stands; each number leads to where it comes from. */
export function DashboardScreen() {
  const engagementId = useRouteParam('engagementId')
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const requests = useEngineQuery('request.list', { engagementId, today: today() })
  if (engagement.data === undefined) return engagement.isPending ? <Loading /> : <ErrorNote error={engagement.error} />
  const { client, system, reportType } = engagement.data
  const step = nextStep(engagementId, engagement.data)
  const report = `SOC 2 ${reportType === 'type2' ? 'Type 2' : 'Type 1'} · ${datesOf(engagement.data)}`
  return (
    <Screen
      title={client}
      subtitle={system === null ? report : `${system} · ${report}`}
      actions={
        <>
          <Countdown engagementId={engagementId} />
          <ChangeEngagement engagementId={engagementId} />
        </>
      }
    >
      <Alert title="Next step">
        <Anchor href={step.href}>{step.words}</Anchor>
      </Alert>
      <SimpleGrid cols={3}>
        {[...progressTiles(engagementId, engagement.data), ...requestTile(engagementId, requests.data?.counts)].map(
          ({ label, value, share, href }) => (
            <Paper key={label} withBorder p="md">
              <Text size="sm">{label}</Text>
              <Anchor href={href} fz="lg" fw={600}>
                {value}
              </Anchor>
              {share === null ? null : <Progress mt="xs" value={100 * share} aria-label={`${label}: ${value}`} />}
            </Paper>
          ),
        )}
      </SimpleGrid>
    </Screen>
  )
}
