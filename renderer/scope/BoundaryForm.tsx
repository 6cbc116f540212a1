import { Button, Checkbox, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SystemPart } from '../../shared/contract/scope.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { componentOptions } from './componentWords.ts'

type BoundaryFormProps = { engagementId: string; part: SystemPart | null; onClose: () => void }

/** A part of the system, and whether it lies within the boundary. */
export function BoundaryForm({ engagementId, part, onClose }: BoundaryFormProps) {
  const save = useEngineCommand('boundary.save', { quiet: true })
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      component: part?.component ?? 'infrastructure',
      name: part?.name ?? '',
      included: part?.included ?? true,
      reason: part?.reason ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? 'Name it.' : null) },
  })
  const submit = form.onSubmit((values) => {
    const known = part === null ? {} : { partId: part.partId }
    return save.run({ engagementId, ...known, ...values }).then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title={part?.name ?? 'Part of the system'} closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Part of the system">
        <Stack gap="sm">
          <TextInput data-autofocus label="Name" {...form.getInputProps('name')} />
          <Select
            label="Component"
            allowDeselect={false}
            data={componentOptions}
            {...form.getInputProps('component')}
          />
          <Checkbox label="Within the boundary" {...form.getInputProps('included', { type: 'checkbox' })} />
          {form.values.included ? null : <TextInput label="Why it lies outside" {...form.getInputProps('reason')} />}
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
