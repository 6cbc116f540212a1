import { Button, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ComplementaryControl } from '../../shared/contract/subservice.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ProseInput } from '../records/ProseInput.tsx'

type ComplementaryFormProps = { engagementId: string; control: ComplementaryControl | null; onClose: () => void }

/** A control that somebody else has to operate, and what rests on it. */
export function ComplementaryForm({ engagementId, control, onClose }: ComplementaryFormProps) {
  const save = useEngineCommand('complementary.save', { quiet: true })
  const organisations = useEngineQuery('subservice.list', { engagementId }).data?.organisations ?? []
  const criteria = useEngineQuery('criterion.list', { engagementId }).data?.criteria ?? []
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      kind: control?.kind ?? 'cuec',
      organisationId: control?.organisationId ?? null,
      text: control?.text ?? '',
      criteria: control?.criteria ?? [],
      controlIds: control?.controlIds ?? [],
      communicated: control?.communicated ?? '',
    },
    validate: {
      text: (text) => (text.trim() === '' ? 'Say what has to be done, and by whom.' : null),
      organisationId: (id, { kind }) => (kind === 'csoc' && id === null ? 'Say who operates it.' : null),
    },
  })
  const submit = form.onSubmit(({ organisationId, ...values }) => {
    const known = control === null ? {} : { complementaryId: control.complementaryId }
    const operator = values.kind === 'csoc' && organisationId !== null ? { organisationId } : {}
    return save.run({ engagementId, ...known, ...values, ...operator }).then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title={control?.ref ?? 'Complementary control'} closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Complementary control">
        <Stack gap="sm">
          <Select
            label="Operated by"
            allowDeselect={false}
            disabled={control !== null}
            data={[
              { value: 'cuec', label: 'Users of the system (CUEC)' },
              { value: 'csoc', label: 'A subservice organisation (CSOC)' },
            ]}
            {...form.getInputProps('kind')}
          />
          {form.values.kind === 'csoc' ? (
            <Select
              label="Organisation"
              data={organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
              nothingFoundMessage="Add the organisation first."
              {...form.getInputProps('organisationId')}
            />
          ) : null}
          <ProseInput data-autofocus label="Control" minRows={2} maxRows={8} {...form.getInputProps('text')} />
          <MultiSelect
            label="Criteria"
            searchable
            data={criteria.map(({ criterionId, title }) => ({ value: criterionId, label: `${criterionId} ${title}` }))}
            {...form.getInputProps('criteria')}
          />
          <MultiSelect
            label="Own controls that rest on it"
            searchable
            data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
            {...form.getInputProps('controlIds')}
          />
          <TextInput
            label="Communicated"
            placeholder="where users are told of it"
            {...form.getInputProps('communicated')}
          />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save control
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
