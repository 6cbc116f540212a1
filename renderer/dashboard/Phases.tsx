import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Phase } from '../../shared/contract/dashboard.ts'
import { phaseWords } from '../../shared/dashboard/phases.ts'
import { shareWords, stepPlaces } from './dashboardWords.ts'
import { Bar } from './Share.tsx'

type PhasesProps = {
  engagementId: string
  phases: readonly Phase[]
  /** Signed papers are still being read: what rests on them comes then. */
  isReading: boolean
}

/** How far each phase is, with the steps that it rests on; each leads to where it is worked on. */
export function Phases({ engagementId, phases, isReading }: PhasesProps) {
  return (
    <SimpleGrid cols={4}>
      {phases.map(({ phase, share, steps }) => (
        <Paper key={phase} withBorder p="sm" component="section" aria-label={phaseWords[phase]}>
          <Stack gap={6}>
            <Group justify="space-between">
              <Title order={2} size="h5">
                {phaseWords[phase]}
              </Title>
              <Text fw={600}>{shareWords(share)}</Text>
            </Group>
            <Bar share={share ?? 0} />
            {steps.map(({ step, done, total }) => (
              <Group key={step} justify="space-between" wrap="nowrap" gap="xs">
                <Anchor size="sm" href={stepPlaces[step].link(engagementId)}>
                  {stepPlaces[step].words}
                </Anchor>
                <Text size="sm">{`${done} of ${total}`}</Text>
              </Group>
            ))}
          </Stack>
        </Paper>
      ))}
      {isReading ? (
        <Paper withBorder p="sm" role="status">
          <Text size="sm">Reading the signed papers…</Text>
        </Paper>
      ) : null}
    </SimpleGrid>
  )
}
