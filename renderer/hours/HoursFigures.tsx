import { Anchor, Button, Group, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PhaseHours } from '../../shared/contract/hours.ts'
import { phaseWords } from '../../shared/dashboard/phases.ts'
import { hoursText, phasesAgainstBudget } from '../../shared/hours/phaseHours.ts'
import { Bar } from '../dashboard/Share.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { HoursDialog } from './HoursDialog.tsx'

/** The hours of each phase against its budget, and the way to plan and record them. */
export function HoursFigures({ engagementId, hours }: { engagementId: string; hours: readonly PhaseHours[] }) {
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <section aria-label="Hours">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Hours
        </Title>
        <Group gap="xs">
          {hours.length === 0 ? null : (
            <ListActions name="Hours by phase" selection={{ list: 'hoursByPhase', engagementId }} size="xs" />
          )}
          <Button size="xs" variant="default" onClick={dialog.open}>
            Plan and record hours…
          </Button>
        </Group>
      </Group>
      {hours.length === 0 ? (
        <Text size="sm">
          None entered. Plan hours for the phases, record what was worked, and see one against the other.
        </Text>
      ) : (
        <PhaseTable hours={hours} onOpen={dialog.open} />
      )}
      {isOpen ? <HoursDialog engagementId={engagementId} onClose={dialog.close} /> : null}
    </section>
  )
}

function PhaseTable({ hours, onOpen }: { hours: readonly PhaseHours[]; onOpen: () => void }) {
  return (
    <Table fz="sm" verticalSpacing={3} aria-label="Hours">
      <Table.Thead>
        <Table.Tr>
          {['Phase', 'Budget', 'Worked', 'Share', 'Left'].map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {phasesAgainstBudget(hours).map(({ phase, budget, worked, left }) => (
          <Table.Tr key={phase} {...(phase === null ? { fw: 600 } : {})}>
            <Table.Td>
              {phase === null ? (
                'Together'
              ) : (
                <Anchor component="button" size="sm" onClick={onOpen}>
                  {phaseWords[phase]}
                </Anchor>
              )}
            </Table.Td>
            <Table.Td>{budget === null ? '–' : hoursText(budget)}</Table.Td>
            <Table.Td>{hoursText(worked)}</Table.Td>
            <Table.Td w={90}>{budget === null || budget === 0 ? null : <Bar share={worked / budget} />}</Table.Td>
            <Table.Td {...(left !== null && left < 0 ? { c: 'red', fw: 600 } : {})}>
              {left === null ? '–' : left < 0 ? `${hoursText(-left)} over` : hoursText(left)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
