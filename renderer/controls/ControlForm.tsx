import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { ControlDetail } from '../../shared/contract/control.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { WordingFields } from './WordingFields.tsx'

/** Adds a control, or changes one. */
export function ControlForm({
  engagementId,
  control,
  opened,
  onClose,
}: {
  engagementId: string
  control?: ControlDetail
  opened: boolean
  onClose: () => void
}) {
  const save = useEngineCommand('control.save', { quiet: true })
  const scope = useEngineQuery('criterion.list', { engagementId })
  const organisations = useEngineQuery('subservice.list', { engagementId })
  const included = (organisations.data?.organisations ?? []).filter(({ method }) => method === 'inclusive')
  const latest = control?.wording.at(-1)
  const form = useForm<Required<Omit<ParamsOf<'control.save'>, 'engagementId' | 'controlId'>>>({
    initialValues: {
      ref: control?.ref ?? '',
      title: control?.title ?? '',
      owner: control?.owner ?? '',
      organisationId: control?.organisationId ?? null,
      criteria: control?.criteria ?? [],
      description: latest?.description ?? '',
      frequency: latest?.frequency ?? 'event',
      type: latest?.type ?? 'manual',
      nature: latest?.nature ?? 'preventive',
    },
    validate: {
      ref: (value) => (value.trim() === '' ? 'Give the reference.' : null),
      title: (value) => (value.trim() === '' ? 'Give the title.' : null),
    },
  })
  const submit = form.onSubmit(async (values) => {
    const existing = control === undefined ? {} : { controlId: control.controlId }
    await save.run({ engagementId, ...existing, ...values }).then(
      () => {
        // What is typed for a new control outlives Esc, but not the control.
        if (control === undefined) form.reset()
        onClose()
      },
      () => undefined,
    )
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={control === undefined ? 'Add a control' : `Change ${control.ref}`}
      size="lg"
    >
      <form onSubmit={submit}>
        <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Group grow>
            <TextInput label="Reference" data-autofocus {...form.getInputProps('ref')} />
            <TextInput label="Owner" {...form.getInputProps('owner')} />
          </Group>
          <TextInput label="Title" {...form.getInputProps('title')} />
          <TagsInput
            label="Criteria"
            data={(scope.data?.criteria ?? []).map(({ criterionId }) => criterionId)}
            {...form.getInputProps('criteria')}
          />
          {included.length === 0 ? null : (
            <Select
              label="Subservice organisation whose control it is"
              placeholder="none: the client's own"
              clearable
              data={included.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
              {...form.getInputProps('organisationId')}
            />
          )}
          <WordingFields label="Wording" inputProps={(field) => form.getInputProps(field)} />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
