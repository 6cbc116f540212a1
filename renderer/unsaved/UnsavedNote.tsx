import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { UnsavedText } from '../../shared/contract/unsaved.ts'
import { queries } from '../engine/queries.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell } from '../engine/shell.ts'
import { instantWords } from '../ui/dates.ts'
import { useKeepTyped } from './useKeepTyped.ts'

/** Above every screen: what was typed and not saved when the store was locked, to be copied back. */
export function UnsavedNote() {
  const ours = useKeepTyped()
  const list = useEngineQuery('unsaved.list', {})
  const before = (list.data?.unsaved ?? []).filter(({ sittingId }) => sittingId !== ours)
  return before.map((unsaved) => <Kept key={unsaved.sittingId} unsaved={unsaved} />)
}

function Kept({ unsaved: { sittingId, keptAt, place, fields } }: { unsaved: UnsavedText }) {
  const drop = useEngineCommand('unsaved.drop')
  const forget = () =>
    drop.run({ sittingId }).then(
      () => queries.invalidateQueries({ queryKey: ['unsaved.list'] }),
      () => undefined,
    )
  return (
    <Alert
      radius={0}
      icon={<IconPencil aria-hidden />}
      title="Typed and perhaps not saved before the store was locked"
      role="region"
    >
      <Stack gap="xs" align="start">
        <Group gap="md">
          <Text size="sm">{`Last typed ${instantWords(keptAt)}.`}</Text>
          <Anchor size="sm" href={place}>
            Go to where it was
          </Anchor>
        </Group>
        {fields.map(({ label, text }) => (
          <Group key={`${label} ${text}`} gap="sm" wrap="nowrap" align="start">
            <Text size="sm" fw={500} w={200}>
              {label}
            </Text>
            <Text size="sm" flex={1} lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Copy: ${label}`}
              onClick={() => void askShell({ kind: 'copyText', text })}
            >
              Copy
            </Button>
          </Group>
        ))}
        <Button size="xs" variant="default" loading={drop.pending} onClick={() => void forget()}>
          Forget it
        </Button>
      </Stack>
    </Alert>
  )
}
