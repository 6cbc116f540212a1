import { Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { PeriodMark } from '../../../shared/contract/periodMark.ts'
import { markWords } from '../../../shared/period/markWords.ts'
import { ControlListActions } from '../../controls/ControlListActions.tsx'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { MarkForm } from './MarkForm.tsx'

/** Days that explain what the map shows: a holiday, an outage, a freeze of changes; of this control, or of all. */
export function PeriodMarks({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const list = useEngineQuery('periodMark.list', { engagementId })
  const remove = useEngineCommand('periodMark.remove')
  const [changing, setChanging] = useState<PeriodMark | null>(null)
  const marks = (list.data?.marks ?? []).filter((mark) => mark.controlId === null || mark.controlId === controlId)
  return (
    <Stack gap="xs">
      {marks.length === 0 ? <Text size="sm">No day is marked yet.</Text> : null}
      <Group justify="flex-end" gap="xs">
        <ControlListActions
          name="Period marks"
          list="periodMarks"
          ids={marks.map(({ markId }) => markId)}
          {...{ engagementId, controlId }}
        />
      </Group>
      <Table fz="sm" verticalSpacing={2}>
        <Table.Tbody>
          {marks.map((mark) => (
            <Table.Tr key={mark.markId}>
              <Table.Td>{markWords[mark.kind]}</Table.Td>
              <Table.Td>{mark.title}</Table.Td>
              <Table.Td>{mark.startOn === mark.endOn ? mark.startOn : `${mark.startOn} to ${mark.endOn}`}</Table.Td>
              <Table.Td>{mark.controlId === null ? 'all controls' : 'this control'}</Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <ChangeButton size="compact-xs" variant="default" onClick={() => setChanging(mark)}>
                    {`Change ${mark.title}`}
                  </ChangeButton>
                  <ChangeButton
                    size="compact-xs"
                    variant="default"
                    onClick={() => void remove.run({ markId: mark.markId }).catch(() => undefined)}
                  >
                    {`Remove ${mark.title}`}
                  </ChangeButton>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ErrorNote error={list.error} />
      <MarkForm
        key={changing?.markId ?? 'new'}
        engagementId={engagementId}
        controlId={controlId}
        mark={changing}
        onDone={() => setChanging(null)}
      />
    </Stack>
  )
}
