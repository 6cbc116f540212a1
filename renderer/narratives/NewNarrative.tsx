import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { NarrativeKind } from '../../shared/contract/narrative.ts'
import { narrativeKindNames } from '../../shared/narrative/kindNames.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type NewNarrativeValues = { kind: NarrativeKind; title: string }

/** What it is to be called; the text is written on its own screen. */
export function NewNarrative({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const save = useEngineCommand('narrative.save', { quiet: true })
  const form = useForm<NewNarrativeValues>({
    initialValues: { kind: 'narrative', title: '' },
    validate: { title: (title) => (title.trim() === '' ? 'Say what it is about.' : null) },
  })
  const submit = form.onSubmit((values) =>
    save.run({ engagementId, ...values }).then(
      ({ narrativeId }) => goTo(links.narrative(engagementId, narrativeId)),
      () => undefined,
    ),
  )
  return (
    <Modal opened onClose={onClose} title="New narrative or note">
      <form onSubmit={submit} aria-label="New narrative or note">
        <Stack gap="sm">
          <SegmentedControl
            aria-label="Kind"
            data={Object.entries(narrativeKindNames).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('kind')}
          />
          <TextInput
            data-autofocus
            label="Title"
            placeholder="such as Change management, or Closing meeting"
            {...form.getInputProps('title')}
          />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.pending}>
              Begin to write
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
