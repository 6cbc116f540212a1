import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AttributeFields } from './AttributeFields.tsx'
import { natureOptions } from './natures.ts'
import { newValues, type ProcedureValues, type Samples, saveParams, valuesOf } from './procedureValues.ts'

type ProcedureFormProps = {
  controlId: string
  reportType: 'type1' | 'type2'
  /** `null` for a new one. */
  procedure: Procedure | null
  samples: Samples
  /** What was typed before the form was left with Esc. */
  draft: ProcedureValues | undefined
  onDraft: (values: ProcedureValues | null) => void
  onClose: () => void
}

/** A test procedure: what is done, on which sample, and what is looked at on every item. */
export function ProcedureForm({
  controlId,
  reportType,
  procedure,
  samples,
  draft,
  onDraft,
  onClose,
}: ProcedureFormProps) {
  const save = useEngineCommand('procedure.save', { quiet: true })
  const form = useForm<ProcedureValues>({
    mode: 'controlled',
    initialValues: draft ?? (procedure ? valuesOf(procedure) : newValues(reportType, samples)),
    onValuesChange: onDraft,
    validate: {
      text: (text) => (text.trim() === '' ? 'Say what is done, so that another auditor could do it again.' : null),
    },
  })
  const hasResults = (procedure?.resultsRecorded ?? 0) > 0

  const leave = () => {
    onDraft(null)
    onClose()
  }

  const submit = form.onSubmit(async (values) => {
    try {
      await save.run(saveParams(controlId, procedure?.procedureId ?? null, values))
      leave()
    } catch {
      // The error stands below the form; what was typed stays in it.
    }
  })

  return (
    <form aria-label="Test procedure" onSubmit={submit}>
      <Stack gap="sm" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
        <Group gap="md" align="flex-start">
          <Select
            label="Nature"
            data={natureOptions}
            allowDeselect={false}
            description={natureOptions.find(({ value }) => value === form.values.nature)?.record}
            flex={1}
            {...form.getInputProps('nature')}
          />
          {reportType === 'type2' ? (
            <Stack gap={2}>
              <Text size="sm" fw={500}>
                Tests
              </Text>
              <SegmentedControl
                aria-label="What the procedure tests"
                data={[
                  { value: 'operation', label: 'Operation' },
                  { value: 'design', label: 'Design' },
                ]}
                {...form.getInputProps('aspect')}
              />
            </Stack>
          ) : null}
        </Group>
        <Textarea label="Procedure" autosize minRows={2} maxRows={10} data-autofocus {...form.getInputProps('text')} />
        <Select
          label="Sample"
          placeholder={samples.length === 0 ? 'No sample is drawn for this control yet' : 'None'}
          disabled={samples.length === 0}
          clearable
          data={samples.map(({ sampleId, populationName, size, drawnAt }) => ({
            value: sampleId,
            label: `${size} of ${populationName}, drawn ${drawnAt.slice(0, 10)}`,
          }))}
          value={form.values.sampleId === '' ? null : form.values.sampleId}
          onChange={(sampleId) => form.setFieldValue('sampleId', sampleId ?? '')}
        />
        <AttributeFields form={form} hasResults={hasResults} />
        <ErrorNote error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" loading={save.pending}>
            Save procedure
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
