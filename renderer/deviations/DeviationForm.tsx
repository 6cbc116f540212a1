import { Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { deviationSteps, missingFor } from '../../shared/deviation/steps.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { CompensationFields } from './CompensationFields.tsx'
import { type DeviationSubject, type DeviationValues, saveParams, subjectKey, valuesOf } from './deviationValues.ts'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { ExtensionField } from './ExtensionField.tsx'
import { natureOptions } from './natures.ts'
import { stepActions } from './stepWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'

type DeviationFormProps = { engagementId: string; subject: DeviationSubject; deviation: Deviation | null }

/** What is recorded on a deviation. Unsaved text is kept as a draft until it is saved; a concluded one is only read. */
export function DeviationForm({ engagementId, subject, deviation }: DeviationFormProps) {
  const key = subjectKey(subject)
  const draft = draftOf(key)
  const save = useEngineCommand('deviation.save', { quiet: true })
  const advance = useEngineCommand('deviation.advance', { quiet: true })
  const form = useForm<DeviationValues>({
    mode: 'controlled',
    initialValues: draft ?? valuesOf(subject, deviation),
    validate: {
      condition: (text) => (text.trim() === '' ? 'Say what was found.' : null),
      compensations: (all) =>
        all.every(({ controlId, testedHow }) => controlId !== '' && testedHow.trim() !== '')
          ? null
          : 'Choose each control, and say how it was tested.',
      clientSaidOn: (day) => (day === '' ? null : dateProblem(day)),
    },
    onValuesChange: (values) => keepDraft(key, values),
  })
  const status = deviation?.status ?? 'open'
  const readOnly = useReadOnlyReason()
  const isConcluded = status === 'concluded'
  const next = deviationSteps[deviationSteps.indexOf(status) + 1]

  /** @returns the deviation's id, or `null` where it was not saved; what was typed stays then */
  const saveValues = async (values: DeviationValues) => {
    const saved = await save.run(saveParams(subject, deviation, values)).catch(() => null)
    if (saved === null) keepDraft(key, values)
    else {
      forgetDraft(key)
      form.resetDirty(values)
    }
    return saved?.deviationId ?? null
  }
  const submit = form.onSubmit(async (values) => void (await saveValues(values)))
  const saveAndAdvance = form.onSubmit(async (values) => {
    const deviationId = await saveValues(values)
    if (deviationId === null || next === undefined) return
    await advance.run({ deviationId, status: next }).catch(() => undefined)
  })
  const missing = next === undefined ? [] : missingFor(next, factsOf(form.values))

  const text = (field: TextField, label: string, description?: string) => (
    <ProseInput
      withLinks
      key={field}
      label={label}
      description={description}
      minRows={field === 'condition' ? 2 : 1}
      maxRows={8}
      {...form.getInputProps(field)}
    />
  )

  return (
    <form onSubmit={submit} aria-label="What is known of the deviation">
      <Stack gap="xs" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
        <Fieldset variant="unstyled" disabled={isConcluded || readOnly !== null} aria-label="Facts and evaluation">
          <Stack gap="xs">
            {text('condition', 'Condition', 'What was found, against what should have been.')}
            {text('clientStatement', 'What the client said', 'When the facts were confirmed.')}
            <Group grow>
              <TextInput label="Said by" {...form.getInputProps('clientPerson')} />
              <TextInput label="Said on" placeholder="YYYY-MM-DD" {...form.getInputProps('clientSaidOn')} />
            </Group>
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
            {text(
              'managementResponse',
              'Management response (not tested)',
              "Management's own words; the report says that they were not tested.",
            )}
            <CompensationFields
              engagementId={engagementId}
              controlId={subject.controlId}
              deviation={deviation}
              values={form.values.compensations}
              error={form.errors['compensations']}
              onChange={(compensations) => form.setFieldValue('compensations', compensations)}
            />
            {text('compensating', 'On compensating controls')}
            <ExtensionField
              sampleId={subject.sampleId}
              value={form.values.extension}
              onChange={(extension) => form.setFieldValue('extension', extension)}
            />
            {text('effect', 'Effect on the control', 'With the reasoning.')}
            {text('criterionEffect', 'Effect on the criteria', 'With the reasoning.')}
          </Stack>
        </Fieldset>
        <ErrorNote error={save.error ?? advance.error} />
        {isConcluded ? (
          <Text size="sm">Concluded. To change it, take it back with the reason.</Text>
        ) : (
          <>
            {next === undefined || missing.length === 0 ? null : (
              <Text size="sm">{`Before the next step: ${missing.join(', ')}.`}</Text>
            )}
            <Group justify="space-between">
              <Text size="xs" role="status">
                {draft || form.isDirty() ? 'Not saved yet' : deviation ? 'Saved' : ''}
              </Text>
              <Group gap="xs">
                <ChangeButton type="submit" loading={save.pending}>
                  Save deviation
                </ChangeButton>
                {next === undefined ? null : (
                  <ChangeButton
                    variant="default"
                    disabled={missing.length > 0}
                    loading={advance.pending}
                    onClick={() => saveAndAdvance()}
                  >
                    {stepActions[next]}
                  </ChangeButton>
                )}
              </Group>
            </Group>
          </>
        )}
      </Stack>
    </form>
  )
}

type TextField = Exclude<keyof DeviationValues, 'nature' | 'compensations' | 'extension' | 'clientSaidOn'>

const filled = (text: string) => (text.trim() === '' ? null : text)

const factsOf = (values: DeviationValues) => ({
  cause: filled(values.cause),
  nature: values.nature,
  effect: filled(values.effect),
  criterionEffect: filled(values.criterionEffect),
  clientStatement: filled(values.clientStatement),
  clientPerson: filled(values.clientPerson),
  clientSaidOn: filled(values.clientSaidOn),
})
