import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PeriodMark } from '../../../shared/contract/periodMark.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { dateProblem } from '../../ui/dateProblem.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

const kindWords: Record<PeriodMark['kind'], string> = {
  holiday: 'Holiday',
  outage: 'Outage',
  freeze: 'Freeze',
  other: 'Other',
}

const empty = { kind: 'holiday' as PeriodMark['kind'], title: '', startOn: '', endOn: '' }

/** Days that explain what the map shows: a holiday, an outage, a freeze of changes. */
export function PeriodMarks({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('periodMark.list', { engagementId })
  const save = useEngineCommand('periodMark.save', { quiet: true })
  const remove = useEngineCommand('periodMark.remove')
  const [mark, setMark] = useState(empty)
  const { kind, title, startOn, endOn } = mark
  const lastOn = endOn.trim() === '' ? startOn : endOn
  const isComplete = title.trim() !== '' && dateProblem(startOn) === null && dateProblem(lastOn) === null
  const submit = () =>
    save.run({ engagementId, kind, title, startOn: startOn.trim(), endOn: lastOn.trim() }).then(
      () => setMark(empty),
      () => undefined,
    )
  return (
    <Stack gap="xs">
      {list.data?.marks.length === 0 ? <Text size="sm">No day is marked yet.</Text> : null}
      <Table fz="sm" verticalSpacing={2}>
        <Table.Tbody>
          {(list.data?.marks ?? []).map((one) => (
            <Table.Tr key={one.markId}>
              <Table.Td>{kindWords[one.kind]}</Table.Td>
              <Table.Td>{one.title}</Table.Td>
              <Table.Td>{one.startOn === one.endOn ? one.startOn : `${one.startOn} to ${one.endOn}`}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => void remove.run({ markId: one.markId }).catch(() => undefined)}
                >
                  {`Remove ${one.title}`}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Group align="end">
          <Select
            label="Kind"
            w={130}
            allowDeselect={false}
            data={choicesOf(kindWords)}
            value={kind}
            onChange={(value) => setMark({ ...mark, kind: value ?? 'other' })}
          />
          <TextInput
            label="What"
            value={title}
            onChange={(event) => setMark({ ...mark, title: event.currentTarget.value })}
          />
          <TextInput
            label="First day"
            placeholder="2025-12-24"
            w={130}
            value={startOn}
            onChange={(event) => setMark({ ...mark, startOn: event.currentTarget.value })}
          />
          <TextInput
            label="Last day"
            placeholder="the same"
            w={130}
            value={endOn}
            onChange={(event) => setMark({ ...mark, endOn: event.currentTarget.value })}
          />
          <Button type="submit" loading={save.pending} disabled={!isComplete}>
            Mark
          </Button>
        </Group>
      </form>
      <ErrorNote error={save.error ?? list.error} />
    </Stack>
  )
}
