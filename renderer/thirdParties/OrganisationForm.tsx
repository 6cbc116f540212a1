import { Button, Checkbox, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SubserviceOrganisation } from '../../shared/contract/subservice.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ProseInput } from '../records/ProseInput.tsx'

type OrganisationFormProps = { engagementId: string; organisation: SubserviceOrganisation | null; onClose: () => void }

const said = (what: string) => (text: string) => (text.trim() === '' ? what : null)

/** Who operates a part of the system, and whether the report describes its controls. */
export function OrganisationForm({ engagementId, organisation, onClose }: OrganisationFormProps) {
  const save = useEngineCommand('subservice.save', { quiet: true })
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      name: organisation?.name ?? '',
      service: organisation?.service ?? '',
      method: organisation?.method ?? 'carve_out',
      assertionObtained: organisation?.assertionObtained ?? false,
      representationObtained: organisation?.representationObtained ?? false,
      note: organisation?.note ?? '',
    },
    validate: { name: said('Name the organisation.'), service: said('Say what it does for the system.') },
  })
  const isInclusive = form.values.method === 'inclusive'
  const submit = form.onSubmit((values) => {
    const known = organisation === null ? {} : { organisationId: organisation.organisationId }
    return save
      .run({ engagementId, ...known, ...values, note: values.note.trim() || null })
      .then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title="Subservice organisation" closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Subservice organisation">
        <Stack gap="sm">
          <TextInput data-autofocus label="Name" {...form.getInputProps('name')} />
          <TextInput label="Service" placeholder="such as hosting" {...form.getInputProps('service')} />
          <Select
            label="Method"
            description="Carve-out leaves its controls out of our report; inclusive describes and tests them."
            allowDeselect={false}
            data={[
              { value: 'carve_out', label: 'Carve-out' },
              { value: 'inclusive', label: 'Inclusive' },
            ]}
            {...form.getInputProps('method')}
          />
          {isInclusive ? (
            <>
              <Checkbox
                label="Its assertion was obtained"
                {...form.getInputProps('assertionObtained', { type: 'checkbox' })}
              />
              <Checkbox
                label="Its representation letter was obtained"
                {...form.getInputProps('representationObtained', { type: 'checkbox' })}
              />
            </>
          ) : null}
          <ProseInput label="Note" maxRows={6} {...form.getInputProps('note')} />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save organisation
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
