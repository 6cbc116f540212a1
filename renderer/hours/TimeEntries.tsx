import { Stack, Table, Text } from '@mantine/core'
import type { TimeEntry } from '../../shared/contract/hours.ts'
import { hoursText } from '../../shared/hours/phaseHours.ts'
import { phaseWords } from '../../shared/dashboard/phases.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** What was worked, the latest day first; everybody takes back their own. */
export function TimeEntries({ entries, total }: { entries: readonly TimeEntry[]; total: number }) {
  const me = useEngineQuery('store.status', {}).data?.practitioner?.practitionerId
  const remove = useEngineCommand('hours.remove', { quiet: true })
  if (entries.length === 0) return <Text size="sm">Nothing recorded yet.</Text>
  return (
    <Stack gap={4}>
      <ErrorNote error={remove.error} />
      <Table fz="sm" verticalSpacing={3} aria-label="Hours that were worked">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Person</Table.Th>
            <Table.Th>Phase</Table.Th>
            <Table.Th>Hours</Table.Th>
            <Table.Th>On what</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ timeEntryId, practitionerId, name, phase, workedOn, minutes, note }) => (
            <Table.Tr key={timeEntryId}>
              <Table.Td>{workedOn}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{phaseWords[phase]}</Table.Td>
              <Table.Td>{hoursText(minutes)}</Table.Td>
              <Table.Td>{note}</Table.Td>
              <Table.Td ta="right">
                {practitionerId === me ? (
                  <ChangeButton
                    size="compact-xs"
                    variant="default"
                    aria-label={`Remove ${hoursText(minutes)} of ${workedOn}`}
                    onClick={() => void remove.run({ timeEntryId }).catch(() => undefined)}
                  >
                    Remove
                  </ChangeButton>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > entries.length ? <Text size="sm">{`The latest ${entries.length} of ${total} entries.`}</Text> : null}
    </Stack>
  )
}
