import { Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { type DeviationSubject, type DeviationValues, saveParams, subjectKey, valuesOf } from './deviationValues.ts'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { natureOptions } from './natures.ts'

type DeviationFormProps = { subject: DeviationSubject; deviation: Deviation | null }

/** What is recorded on a deviation. Unsaved text is kept as a draft until it is saved. */
export function DeviationForm({ subject, deviation }: DeviationFormProps) {
  const key = subjectKey(subject)
  const draft = draftOf(key)
  const save = useEngineCommand('deviation.save', { quiet: true })
  const form = useForm<DeviationValues>({
    mode: 'controlled',
    initialValues: draft ?? valuesOf(deviation),
    validate: {
      condition: (text) => (text.trim() === '' ? 'Say what was found.' : null),
      cause: (text, { concluded }) => missing(concluded, text, 'Its cause'),
      nature: (nature, { concluded }) => missing(concluded, nature ?? '', 'Its nature'),
      effect: (text, { concluded }) => missing(concluded, text, 'Its effect'),
    },
    onValuesChange: (values) => keepDraft(key, values),
  })

  const submit = form.onSubmit(async (values) => {
    try {
      await save.run(saveParams(subject, deviation, values))
      forgetDraft(key)
      form.resetDirty(values)
    } catch {
      keepDraft(key, values)
    }
  })

  const text = (field: TextField, label: string, description?: string) => (
    <Textarea
      key={field}
      label={label}
      description={description}
      autosize
      minRows={field === 'condition' ? 2 : 1}
      maxRows={8}
      {...form.getInputProps(field)}
    />
  )

  return (
    <form onSubmit={submit}>
      <Stack gap="xs" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
        {text('condition', 'Condition', 'What was found, against what should have been.')}
        {text('cause', 'Cause')}
        <Select
          label="Nature"
          placeholder="Not judged yet"
          data={natureOptions}
          description={
            form.values.nature === 'isolated'
              ? 'A claim that it is isolated needs strong evidence: say which.'
              : undefined
          }
          {...form.getInputProps('nature')}
        />
        {text('extent', 'Extent', 'How many items, and what else is affected.')}
        {text('timing', 'Timing', 'When it began and ended.')}
        {text('clientStatement', 'Client statement', 'What the client said when the facts were confirmed.')}
        {text(
          'managementResponse',
          'Management response (not tested)',
          "Management's own words; the report says that they were not tested.",
        )}
        {text('compensating', 'Compensating controls', 'Only controls that were tested as well.')}
        {text('effect', 'Effect', 'What it means for the control and the criterion.')}
        <Checkbox
          label="Concluded: cause, nature and effect are known"
          {...form.getInputProps('concluded', { type: 'checkbox' })}
        />
        <ErrorNote error={save.error} />
        <Group justify="space-between">
          <Text size="xs" role="status">
            {draft || form.isDirty() ? 'Not saved yet' : deviation ? 'Saved' : ''}
          </Text>
          <Button type="submit" loading={save.pending}>
            Save deviation
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type TextField = Exclude<keyof DeviationValues, 'nature' | 'concluded'>

const missing = (concluded: boolean, value: string, what: string) =>
  concluded && value.trim() === '' ? `${what} is needed to conclude.` : null
