import { Button, Checkbox, Modal, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SignificantChange } from '../../shared/contract/description.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

type ChangeFormProps = {
  engagementId: string
  change: SignificantChange | null
  /** What a new change begins with. */
  draft?: Pick<SignificantChange, 'changedOn' | 'title' | 'text' | 'controlIds'>
  onClose: () => void
}

/** A significant change, with what it meant and whether the description tells it. */
export function ChangeForm({ engagementId, change, draft, onClose }: ChangeFormProps) {
  const save = useEngineCommand('significantChange.save', { quiet: true })
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      changedOn: change?.changedOn ?? draft?.changedOn ?? '',
      title: change?.title ?? draft?.title ?? '',
      text: change?.text ?? draft?.text ?? '',
      effect: change?.effect ?? '',
      controlIds: change?.controlIds ?? draft?.controlIds ?? [],
      described: change?.described ?? false,
    },
    validate: {
      changedOn: dateProblem,
      title: (title) => (title.trim() === '' ? 'Name it.' : null),
      text: (text) => (text.trim() === '' ? 'Say what changed.' : null),
    },
  })
  const submit = form.onSubmit((values) => {
    const known = change === null ? {} : { changeId: change.changeId }
    return save.run({ engagementId, ...known, ...values }).then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title={change?.title ?? 'Significant change'} closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Significant change">
        <Stack gap="sm">
          <TextInput data-autofocus label="Day" placeholder="2026-03-01" {...form.getInputProps('changedOn')} />
          <TextInput label="Title" {...form.getInputProps('title')} />
          <GrowingText label="What changed" minRows={2} maxRows={8} {...form.getInputProps('text')} />
          <GrowingText
            label="Effect on commitments, requirements or controls"
            minRows={1}
            maxRows={6}
            {...form.getInputProps('effect')}
          />
          <MultiSelect
            label="Controls that it touches"
            searchable
            data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
            {...form.getInputProps('controlIds')}
          />
          <Checkbox label="The description tells it" {...form.getInputProps('described', { type: 'checkbox' })} />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save change
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
