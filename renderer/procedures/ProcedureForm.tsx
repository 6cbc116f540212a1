import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Procedure } from '../../shared/contract/procedure.ts'
import type { PlaceholderValues } from '../../shared/procedure/placeholders.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AttributeFields } from './AttributeFields.tsx'
import { aspectOptions, natureOptions, timingOptions } from './natures.ts'
import { ProcedureText } from './ProcedureText.tsx'
import { newValues, type ProcedureValues, type Samples, saveParams, valuesOf } from './procedureValues.ts'
import { textProblem } from './textProblem.ts'

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

/** A test procedure: what is done, when, on which sample, and what is looked at on every item. */
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
    validate: { text: textProblem },
  })
  const { sampleId } = form.values
  const isOverPeriod = reportType === 'type2'
  const placeholders = usePlaceholders(controlId, sampleId === '' ? null : sampleId)

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
          {isOverPeriod ? (
            <Stack gap={2}>
              <Text size="sm" fw={500}>
                Tests
              </Text>
              <SegmentedControl
                aria-label="What the procedure tests"
                data={aspectOptions}
                {...form.getInputProps('aspect')}
              />
            </Stack>
          ) : null}
        </Group>
        {isOverPeriod ? (
          <Select
            label="Timing"
            placeholder="Not said yet"
            clearable
            data={timingOptions}
            {...form.getInputProps('timing')}
          />
        ) : null}
        <ProcedureText
          value={form.values.text}
          onChange={(text) => form.setFieldValue('text', text)}
          error={form.errors['text']}
          values={placeholders}
        />
        {isOverPeriod ? (
          <Select
            label="Sample"
            placeholder={samples.length === 0 ? 'No sample is drawn for this control yet' : 'None'}
            disabled={samples.length === 0}
            clearable
            data={samples.map((sample) => ({
              value: sample.sampleId,
              label: `${sample.size} of ${sample.populationName}, drawn ${sample.drawnAt.slice(0, 10)}`,
            }))}
            value={sampleId === '' ? null : sampleId}
            onChange={(chosen) => form.setFieldValue('sampleId', chosen ?? '')}
          />
        ) : null}
        <AttributeFields
          attributes={form.values.attributes}
          onChange={(attributes) => form.setFieldValue('attributes', attributes)}
        />
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

/** What the placeholders stand for with this control and sample; `null` until the engine has said it. */
function usePlaceholders(controlId: string, sampleId: string | null): PlaceholderValues | null {
  const { data } = useEngineQuery('procedure.placeholders', { controlId, sampleId }, { keepsPrevious: true })
  if (data === undefined) return null
  return Object.fromEntries(data.placeholders.map(({ name, value }) => [name, value])) as PlaceholderValues
}
