import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { ControlDetail } from '../../shared/contract/control.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { WordingFields } from './WordingFields.tsx'

/** Records that a control changed: a new version from a day on, with a population and a test of its own. */
export function SplitVersion({ control, onClose }: { control: ControlDetail; onClose: () => void }) {
  const split = useEngineCommand('control.splitVersion', { quiet: true })
  const latest = control.wording.at(-1)
  const form = useForm<Omit<ParamsOf<'control.splitVersion'>, 'controlId'>>({
    initialValues: {
      effectiveOn: '',
      description: latest?.description ?? '',
      frequency: latest?.frequency ?? 'event',
      type: latest?.type ?? 'manual',
      nature: latest?.nature ?? 'preventive',
    },
    validate: { effectiveOn: dateProblem },
  })
  const submit = form.onSubmit(async (values) => {
    await split.run({ controlId: control.controlId, ...values }).then(onClose, () => undefined)
  })
  return (
    <Modal opened onClose={onClose} title={`${control.ref} changed within the period`}>
      <form onSubmit={submit}>
        <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <TextInput label="From" placeholder="2026-03-01" data-autofocus {...form.getInputProps('effectiveOn')} />
          <Text size="sm">Each version has a population, a sample and a test of its own.</Text>
          <WordingFields label="Wording from then on" inputProps={(field) => form.getInputProps(field)} />
          <ErrorNote error={split.error} />
          <Button type="submit" loading={split.pending}>
            Record the new version
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
