import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { LibraryProcedure } from '../../../shared/contract/library.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { AttributeFields } from '../../procedures/AttributeFields.tsx'
import { aspectOptions, natureOptions, timingOptions } from '../../procedures/natures.ts'
import { type AttributeValues, attributesOf, attributeValues } from '../../procedures/procedureValues.ts'
import { ProcedureText } from '../../procedures/ProcedureText.tsx'
import { textProblem } from '../../procedures/textProblem.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

type LibraryValues = Pick<LibraryProcedure, 'title' | 'criteria' | 'aspect' | 'nature' | 'timing' | 'text'> & {
  attributes: AttributeValues[]
}

function valuesOf(procedure: LibraryProcedure | null): LibraryValues {
  return {
    title: procedure?.title ?? '',
    criteria: procedure?.criteria ?? [],
    aspect: procedure?.aspect ?? 'operation',
    nature: procedure?.nature ?? 'inspection',
    timing: procedure?.timing ?? null,
    text: procedure?.text ?? '',
    attributes: attributeValues(procedure?.attributes ?? []),
  }
}

/** A procedure of the firm's library; placeholders are filled in the control that uses it. */
export function LibraryForm({ procedure, onClose }: { procedure: LibraryProcedure | null; onClose: () => void }) {
  const save = useEngineCommand('library.save', { quiet: true })
  const criteria = useEngineQuery('criterion.catalogue', {})
  const form = useForm<LibraryValues>({
    mode: 'controlled',
    initialValues: valuesOf(procedure),
    validate: { title: (title) => (title.trim() === '' ? 'Give it a title.' : null), text: textProblem },
  })
  const id = procedure === null ? {} : { libraryProcedureId: procedure.libraryProcedureId }
  const submit = form.onSubmit((values) =>
    save.run({ ...id, ...values, attributes: attributesOf(values.attributes) }).then(onClose, () => undefined),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={procedure === null ? 'New procedure of the library' : `Change “${procedure.title}”`}
      size={760}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit} aria-label="Procedure of the library">
        <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <TextInput data-autofocus label="Title" {...form.getInputProps('title')} />
          <MultiSelect
            label="Criteria"
            searchable
            data={(criteria.data?.criteria ?? []).map(({ criterionId, title }) => ({
              value: criterionId,
              label: `${criterionId} ${title}`,
            }))}
            {...form.getInputProps('criteria')}
          />
          <Group grow>
            <Select label="Nature" data={natureOptions} allowDeselect={false} {...form.getInputProps('nature')} />
            <Select label="Tests" data={aspectOptions} allowDeselect={false} {...form.getInputProps('aspect')} />
            <Select
              label="Timing"
              placeholder="Not said"
              clearable
              data={timingOptions}
              {...form.getInputProps('timing')}
            />
          </Group>
          <ProcedureText
            value={form.values.text}
            onChange={(text) => form.setFieldValue('text', text)}
            error={form.errors['text']}
            values={null}
          />
          <AttributeFields
            attributes={form.values.attributes}
            onChange={(attributes) => form.setFieldValue('attributes', attributes)}
          />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.pending}>
              Save procedure
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
