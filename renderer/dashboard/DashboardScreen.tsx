import { Alert, Anchor, Group, SimpleGrid, Text, Title } from '@mantine/core'
import type { Dashboard } from '../../shared/contract/dashboard.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { ChangeEngagement } from '../engagements/ChangeEngagement.tsx'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { HoursFigures } from '../hours/HoursFigures.tsx'
import { Countdown } from '../lock/Countdown.tsx'
import { useStanding } from '../lock/useStanding.ts'
import { today } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ControlFigures } from './ControlFigures.tsx'
import { dateAheadWords } from './dashboardWords.ts'
import { nextStep, type StepFacts } from './nextStep.ts'
import { OpenPoints } from './OpenPoints.tsx'
import { PeopleFigures } from './PeopleFigures.tsx'
import { Phases } from './Phases.tsx'
import { SeriesFigures } from './SeriesFigures.tsx'

/** Where the engagement stands; each number leads to where it comes from. */
export function DashboardScreen() {
  const engagementId = useRouteParam('engagementId')
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const board = useEngineQuery(
    'dashboard.engagement',
    { engagementId, today: today(), readOnly: true },
    { againWhile: ({ unread }) => unread },
  )
  const standing = useStanding(engagementId)
  if (engagement.data === undefined) return engagement.isPending ? <Loading /> : <ErrorNote error={engagement.error} />
  const { client, system, reportType } = engagement.data
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
      {board.data === undefined || board.data.unread || standing === undefined ? null : (
        <NextStep engagementId={engagementId} facts={{ ...engagement.data, ...board.data, standing }} />
      )}
      <ErrorNote error={board.error} />
      {board.data === undefined ? null : <Board engagementId={engagementId} board={board.data} />}
    </Screen>
  )
}

function NextStep({ engagementId, facts }: { engagementId: string; facts: StepFacts }) {
  const { words, href } = nextStep(engagementId, facts)
  return (
    <Alert title="Next step">
      <Anchor href={href}>{words}</Anchor>
    </Alert>
  )
}

function Board({ engagementId, board }: { engagementId: string; board: Dashboard }) {
  return (
    <>
      <Group gap="lg">
        {board.dates.map((date) => (
          <Anchor key={date.date} size="sm" href={links.gates(engagementId)}>
            {dateAheadWords(date)}
          </Anchor>
        ))}
      </Group>
      <Phases engagementId={engagementId} phases={board.phases} isReading={board.unread} />
      <SimpleGrid cols={2}>
        <SeriesFigures engagementId={engagementId} criteria={board.criteria} />
        <OpenPoints engagementId={engagementId} board={board} />
      </SimpleGrid>
      <section aria-label="By control">
        <Title order={2} size="h4">
          By control
        </Title>
        {board.controls.length === 0 ? (
          <EmptyState
            title="No control yet"
            text="Every control gets a line here, with its months of the period, its tests and its conclusion."
            action={<Anchor href={links.controls(engagementId)}>Import the control matrix or add controls</Anchor>}
          />
        ) : (
          <>
            {board.periodMap === null ? null : (
              <Text size="sm">
                Items selected in each month, before the rows of the population · dashed, !: rows without an item, to be
                justified · ·: no rows
              </Text>
            )}
            <ControlFigures engagementId={engagementId} board={board} />
          </>
        )}
      </section>
      {board.people.length === 0 ? null : <PeopleFigures engagementId={engagementId} people={board.people} />}
      <HoursFigures engagementId={engagementId} hours={board.hours} />
    </>
  )
}
