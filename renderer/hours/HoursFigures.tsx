import { Anchor, Button, Group, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PhaseHours } from '../../shared/contract/hours.ts'
import { hoursText } from '../../shared/hours/phaseHours.ts'
import { Bar } from '../dashboard/Share.tsx'
import { phaseWords } from '../dashboard/dashboardWords.ts'
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
        <Button size="xs" variant="default" onClick={dialog.open}>
          Plan and record hours…
        </Button>
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
  const shown = hours.filter(({ budget, worked }) => budget !== null || worked > 0)
  const planned = shown.flatMap(({ budget }) => (budget === null ? [] : [budget]))
  const sum = (all: readonly number[]) => all.reduce((total, minutes) => total + minutes, 0)
  const total = { budget: planned.length === 0 ? null : sum(planned), worked: sum(shown.map(({ worked }) => worked)) }
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
        {shown.map(({ phase, ...minutes }) => (
          <Table.Tr key={phase}>
            <Table.Td>
              <Anchor component="button" size="sm" onClick={onOpen}>
                {phaseWords[phase]}
              </Anchor>
            </Table.Td>
            <MinuteCells {...minutes} />
          </Table.Tr>
        ))}
        {shown.length < 2 ? null : (
          <Table.Tr fw={600}>
            <Table.Td>Together</Table.Td>
            <MinuteCells {...total} />
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  )
}

function MinuteCells({ budget, worked }: Pick<PhaseHours, 'budget' | 'worked'>) {
  const left = budget === null ? null : budget - worked
  return (
    <>
      <Table.Td>{budget === null ? '–' : hoursText(budget)}</Table.Td>
      <Table.Td>{hoursText(worked)}</Table.Td>
      <Table.Td w={90}>{budget === null || budget === 0 ? null : <Bar share={worked / budget} />}</Table.Td>
      <Table.Td {...(left !== null && left < 0 ? { c: 'red', fw: 600 } : {})}>
        {left === null ? '–' : left < 0 ? `${hoursText(-left)} over` : hoursText(left)}
      </Table.Td>
    </>
  )
}
