import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { DescriptionCheck, DescriptionOutcome } from '../../shared/contract/description.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

const options: { value: DescriptionOutcome; label: string }[] = [
  { value: 'presented', label: 'Presented' },
  { value: 'not_presented', label: 'Not presented' },
  { value: 'not_applicable', label: 'Does not apply' },
]

/** What was found on a description criterion, and how it was seen that what is described was implemented. */
export function AssessForm({ engagementId, check }: { engagementId: string; check: DescriptionCheck }) {
  const save = useEngineCommand('description.assess', { quiet: true })
  const form = useForm<Pick<DescriptionCheck, 'outcome' | 'reasoning' | 'implementation'>>({
    mode: 'controlled',
    initialValues: { outcome: check.outcome, reasoning: check.reasoning, implementation: check.implementation },
  })
  const submit = form.onSubmit((values) =>
    save.run({ engagementId, criterionId: check.criterionId, ...values }).then(
      () => form.resetDirty(values),
      () => undefined,
    ),
  )
  return (
    <form onSubmit={submit} aria-label={`What was found on ${check.criterionId}`}>
      <ChangeFields>
        <Stack gap="xs">
          <Select
            label="What was found"
            placeholder="Not said yet"
            clearable
            data={options}
            {...form.getInputProps('outcome')}
          />
          <GrowingText
            label="How it was seen to be implemented"
            description="Such as observed, inspected, or asked and corroborated; evidence can be added above."
            minRows={1}
            maxRows={6}
            {...form.getInputProps('implementation')}
          />
          <GrowingText label="Reasoning" minRows={1} maxRows={6} {...form.getInputProps('reasoning')} />
          <ErrorNote error={save.error} />
          <Group justify="space-between">
            <Text size="xs">
              {check.by === null || check.at === null ? '' : `Recorded by ${check.by}, ${instantWords(check.at)}`}
            </Text>
            <Button type="submit" loading={save.pending} disabled={!form.isDirty()}>
              Record
            </Button>
          </Group>
        </Stack>
      </ChangeFields>
    </form>
  )
}
