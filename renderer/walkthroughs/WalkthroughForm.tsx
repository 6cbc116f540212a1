import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Walkthrough } from '../../shared/contract/walkthrough.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { saveParams, valuesOf, type WalkthroughValues, walkthroughProblems } from './walkthroughValues.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type WalkthroughFormProps = { controlId: string; walkthrough: Walkthrough | null; onClose: () => void }

/** One instance traced end to end, and what follows for the design. */
export function WalkthroughForm({ controlId, walkthrough, onClose }: WalkthroughFormProps) {
  const status = useEngineQuery('store.status', {})
  const save = useEngineCommand('walkthrough.save', { quiet: true })
  const form = useForm<WalkthroughValues>({
    mode: 'controlled',
    initialValues: valuesOf(walkthrough, { today: today(), by: status.data?.practitioner?.name ?? '' }),
    validate: walkthroughProblems,
  })
  const submit = form.onSubmit((values) =>
    save.run(saveParams(controlId, walkthrough, values)).then(onClose, () => undefined),
  )
  return (
    <Modal opened onClose={onClose} title="Walkthrough" size={720} closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Walkthrough">
        <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Group grow align="flex-start">
            <TextInput label="Performed on" placeholder="YYYY-MM-DD" {...form.getInputProps('performedOn')} />
            <TextInput label="Performed by" {...form.getInputProps('performedBy')} />
            <TextInput label="Met with" placeholder="name and role" {...form.getInputProps('metWith')} />
          </Group>
          <TextInput
            data-autofocus
            label="Instance"
            description="The one that was traced, such as a ticket number."
            {...form.getInputProps('instance')}
          />
          <ProseInput
            label="From beginning to end"
            description="What was seen at each step, and who did it."
            minRows={3}
            maxRows={10}
            {...form.getInputProps('trace')}
          />
          <ProseInput label="Forms and screens seen" maxRows={6} {...form.getInputProps('forms')} />
          <Checkbox label="Suitably designed" {...form.getInputProps('suitablyDesigned', { type: 'checkbox' })} />
          <Checkbox label="Implemented" {...form.getInputProps('implemented', { type: 'checkbox' })} />
          <ProseInput
            label="Reasoning"
            description="Needed where it is not suitably designed, or not implemented."
            maxRows={6}
            {...form.getInputProps('reasoning')}
          />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.pending}>
              Save walkthrough
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
