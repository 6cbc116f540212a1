import { SimpleGrid, Text } from '@mantine/core'
import type { Phase } from '../../shared/contract/dashboard.ts'
import { phaseWords } from '../../shared/dashboard/phases.ts'
import { shareWords } from './dashboardWords.ts'
import { Bar } from './Share.tsx'

/** The phases of an engagement side by side, small enough for a line of a list. */
export function PhaseLine({ phases }: { phases: readonly Phase[] }) {
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={2} miw={210}>
      {phases.map(({ phase, share }) => (
        <div key={phase}>
          <Text size="xs">{`${phaseWords[phase]} ${share === null ? '–' : shareWords(share)}`}</Text>
          <Bar share={share ?? 0} />
        </div>
      ))}
    </SimpleGrid>
  )
}
