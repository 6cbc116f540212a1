import { Alert, Anchor, Paper, SimpleGrid, Text } from '@mantine/core'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { nextStep } from './nextStep.ts'

/** Where the engagement stands; each number leads to where it comes from. */
export function DashboardScreen() {
  const engagementId = useRouteParam('engagementId')
  const engagement = useEngineQuery('engagement.get', { engagementId })
  if (engagement.data === undefined) return engagement.isPending ? <Loading /> : <ErrorNote error={engagement.error} />
  const { client, reportType, progress } = engagement.data
  const step = nextStep(engagementId, progress)
  const tiles = [
    [
      'Criteria without a control',
      `${progress.criteriaWithoutControl} of ${progress.criteria}`,
      links.scope(engagementId),
    ],
    ['Controls concluded', `${progress.controlsConcluded} of ${progress.controls}`, links.controls(engagementId)],
    [
      'Populations concluded',
      `${progress.populationsConcluded} of ${progress.populations}`,
      links.populations(engagementId),
    ],
    ['Items in samples', `${progress.sampleItems} in ${progress.samples} samples`, links.controls(engagementId)],
    ['Results recorded', `${progress.resultsRecorded} of ${progress.resultsExpected}`, links.controls(engagementId)],
    ['Deviations', `${progress.deviations}, ${progress.deviationsOpen} open`, links.deviations(engagementId)],
  ] as const
  return (
    <Screen
      title={client}
      subtitle={`SOC 2 ${reportType === 'type2' ? 'Type 2' : 'Type 1'} · ${datesOf(engagement.data)}`}
    >
      <Alert title="Next step">
        <Anchor href={step.href}>{step.words}</Anchor>
      </Alert>
      <SimpleGrid cols={3}>
        {tiles.map(([label, value, href]) => (
          <Paper key={label} withBorder p="md">
            <Text size="sm">{label}</Text>
            <Anchor href={href} fz="lg" fw={600}>
              {value}
            </Anchor>
          </Paper>
        ))}
      </SimpleGrid>
    </Screen>
  )
}
