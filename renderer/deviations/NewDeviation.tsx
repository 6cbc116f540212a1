import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type NewDeviationProps = {
  engagementId: string
  controlId: string
  /** Called with the deviation once it is recorded. */
  onRecorded: (deviationId: string) => void
  onClose: () => void
}

/** Records what was found without a test sheet: in its design, or by a procedure such as an inquiry. */
export function NewDeviation({ engagementId, controlId, onRecorded, onClose }: NewDeviationProps) {
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const save = useEngineCommand('deviation.save', { quiet: true })
  const list = useEngineQuery('procedure.list', { engagementId, controlId })
  const form = useForm<{ procedureId: string | null; condition: string }>({
    mode: 'controlled',
    initialValues: { procedureId: null, condition: '' },
    validate: { condition: (text) => (text.trim() === '' ? 'Say what was found.' : null) },
  })
  const submit = form.onSubmit(({ procedureId, condition }) =>
    save.run({ controlId, condition, ...(procedureId === null ? {} : { procedureId }) }).then(
      ({ deviationId }) => onRecorded(deviationId),
      () => undefined,
    ),
  )
  return (
    <Modal opened onClose={onClose} title="Record a deviation" size="lg" closeOnClickOutside={false}>
      <form aria-label="Record a deviation" onSubmit={submit}>
        <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Select
            label="Found by"
            description={isOverPeriod ? 'A failed item of a test sheet is recorded there, with the key x.' : undefined}
            placeholder="The control as such"
            clearable
            data={(list.data?.procedures ?? []).map(({ procedureId, filledText }) => ({
              value: procedureId,
              label: filledText,
            }))}
            {...form.getInputProps('procedureId')}
          />
          <ProseInput
            data-autofocus
            withLinks
            label="Condition"
            description="What was found, against what should have been."
            minRows={3}
            maxRows={10}
            {...form.getInputProps('condition')}
          />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.pending}>
              Record the deviation
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
