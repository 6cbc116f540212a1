import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

const required = (value: string) => (value.trim() === '' ? 'Needed.' : null)

/** A deviation that a report of before tells and this store does not hold, such as one of another auditor. */
export function AddFollowUp({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const add = useEngineCommand('followUp.add', { quiet: true })
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const form = useForm({
    initialValues: { controlId: '', ref: '', periodEnd: '', condition: '', managementResponse: '' },
    validate: { controlId: required, ref: required, periodEnd: dateProblem, condition: required },
  })
  const submit = form.onSubmit(({ periodEnd, ...values }) => {
    const control = controls.find(({ controlId }) => controlId === values.controlId)
    return add
      .run({ engagementId, ...values, periodEnd: periodEnd.trim(), controlRef: control?.ref ?? '' })
      .then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title="Deviation of an earlier report">
      <form onSubmit={submit} aria-label="Deviation of an earlier report">
        <Stack gap="sm">
          <Select
            label="Control"
            searchable
            data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
            {...form.getInputProps('controlId')}
          />
          <Group grow align="start">
            <TextInput label="Its reference in that report" {...form.getInputProps('ref')} />
            <TextInput label="Last day of that period" placeholder="2025-09-30" {...form.getInputProps('periodEnd')} />
          </Group>
          <GrowingText label="What was found" minRows={2} maxRows={8} {...form.getInputProps('condition')} />
          <GrowingText
            label="What management said"
            minRows={1}
            maxRows={6}
            {...form.getInputProps('managementResponse')}
          />
          <ErrorNote error={add.error} />
          <Button type="submit" loading={add.pending}>
            Follow it up
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
