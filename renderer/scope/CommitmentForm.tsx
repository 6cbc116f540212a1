import { Button, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Commitment } from '../../shared/contract/scope.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

type CommitmentFormProps = { engagementId: string; commitment: Commitment | null; onClose: () => void }

/** A commitment or requirement, with the criteria by which it is judged and the controls that keep it. */
export function CommitmentForm({ engagementId, commitment, onClose }: CommitmentFormProps) {
  const save = useEngineCommand('commitment.save', { quiet: true })
  const criteria = useEngineQuery('criterion.list', { engagementId }).data?.criteria ?? []
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      kind: commitment?.kind ?? 'commitment',
      text: commitment?.text ?? '',
      source: commitment?.source ?? '',
      criteria: commitment?.criteria ?? [],
      controlIds: commitment?.controlIds ?? [],
    },
    validate: { text: (text) => (text.trim() === '' ? 'Say what was promised or is required.' : null) },
  })
  const submit = form.onSubmit((values) => {
    const known = commitment === null ? {} : { commitmentId: commitment.commitmentId }
    return save.run({ engagementId, ...known, ...values }).then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title={commitment?.ref ?? 'Commitment or requirement'} closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Commitment or requirement">
        <Stack gap="sm">
          <Select
            label="Kind"
            allowDeselect={false}
            disabled={commitment !== null}
            data={[
              { value: 'commitment', label: 'Service commitment: promised to users' },
              { value: 'requirement', label: 'System requirement: needed to keep one' },
            ]}
            {...form.getInputProps('kind')}
          />
          <GrowingText data-autofocus label="Text" minRows={2} maxRows={8} {...form.getInputProps('text')} />
          <TextInput
            label="Made in"
            placeholder="contract, service level agreement, site"
            {...form.getInputProps('source')}
          />
          <MultiSelect
            label="Criteria"
            searchable
            data={criteria
              .filter(({ setAside }) => setAside === null)
              .map(({ criterionId, title }) => ({ value: criterionId, label: `${criterionId} ${title}` }))}
            {...form.getInputProps('criteria')}
          />
          <MultiSelect
            label="Controls that keep it"
            searchable
            data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
            {...form.getInputProps('controlIds')}
          />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
