import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Phase } from '../../shared/contract/dashboard.ts'
import { phaseNames, phaseWords } from '../../shared/dashboard/phases.ts'
import { shareWords, stepPlaces } from './dashboardWords.ts'
import { Bar } from './Share.tsx'

type PhasesProps = {
  engagementId: string
  phases: readonly Phase[]
  /** Signed papers are still being read: the phase that rests on them comes then. */
  isReading: boolean
}

/** How far each phase is, with the steps that it rests on; each leads to where it is worked on. */
export function Phases({ engagementId, phases, isReading }: PhasesProps) {
  const found = new Map(phases.map((one) => [one.phase, one]))
  return (
    <SimpleGrid cols={4}>
      {phaseNames.map((name) => {
        const phase = found.get(name)
        if (phase !== undefined) return <PhaseCard key={name} engagementId={engagementId} phase={phase} />
        return isReading ? <PhaseInReading key={name} name={name} /> : null
      })}
    </SimpleGrid>
  )
}

function PhaseCard({ engagementId, phase: { phase, share, steps } }: { engagementId: string; phase: Phase }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={phaseWords[phase]}>
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
  )
}

function PhaseInReading({ name }: { name: Phase['phase'] }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={phaseWords[name]}>
      <Stack gap={6}>
        <Title order={2} size="h5">
          {phaseWords[name]}
        </Title>
        <Text size="sm" role="status">
          Reading the signed papers…
        </Text>
      </Stack>
    </Paper>
  )
}
