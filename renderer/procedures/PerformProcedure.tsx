import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { natureOptions } from './natures.ts'
import { ProseInput } from '../records/ProseInput.tsx'

/** What a procedure without a test sheet found: when, by whom, and what was asked or seen. */
export function PerformProcedure({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const { procedureId, performed, nature, filledText } = procedure
  const perform = useEngineCommand('procedure.perform', { quiet: true })
  const form = useForm({
    mode: 'controlled',
    initialValues: performed ?? { on: today(), by: '', finding: '' },
    validate: {
      on: (text) => dateProblem(text),
      by: (text) => (text.trim() === '' ? 'Say who did it.' : null),
      finding: (text) => (text.trim() === '' ? 'Say what was found.' : null),
    },
  })
  const run = (values: Procedure['performed']) =>
    void perform.run({ procedureId, performed: values }).then(onClose, () => undefined)
  const submit = form.onSubmit((values) => run(values))
  return (
    <Modal opened onClose={onClose} title="What was found" size="lg">
      <form aria-label="What was found" onSubmit={submit}>
        <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Text size="sm">{filledText}</Text>
          <Group grow>
            <TextInput label="Performed on" {...form.getInputProps('on')} />
            <TextInput label="Performed by" data-autofocus {...form.getInputProps('by')} />
          </Group>
          <ProseInput
            label="What was found"
            description={natureOptions.find(({ value }) => value === nature)?.record}
            minRows={3}
            maxRows={12}
            {...form.getInputProps('finding')}
          />
          <ErrorNote error={perform.error} />
          <Group justify="flex-end">
            {performed === null ? null : (
              <Button variant="subtle" color="red" onClick={() => run(null)}>
                Take back
              </Button>
            )}
            <Button type="submit" loading={perform.pending}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
