import { Button, Group, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type Terms = ResultOf<'firm.documentation'>

/** When a file is complete, how long it is kept, and what becomes of cleared review notes at its lock. */
export function Documentation() {
  const terms = useEngineQuery('firm.documentation', {})
  return (
    <Stack gap="sm" component="section" aria-label="Documentation">
      <Title order={2}>Documentation</Title>
      <ErrorNote error={terms.error} />
      {terms.data === undefined ? null : <TermsForm key={JSON.stringify(terms.data)} terms={terms.data} />}
      <ClearedNotes />
    </Stack>
  )
}

function TermsForm({ terms }: { terms: Terms }) {
  const save = useEngineCommand('firm.setDocumentation', { quiet: true })
  const form = useForm<Terms>({
    initialValues: terms,
    validate: {
      completionDays: (days) => (days >= 1 && days <= 365 ? null : 'From 1 to 365 days.'),
      retentionYears: (years) => (years >= 1 && years <= 100 ? null : 'From 1 to 100 years.'),
    },
  })
  const submit = form.onSubmit(async (values) => {
    await save.run(values).then(
      () => notifications.show({ message: 'Engagements that are dated from here on take these.' }),
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit} aria-label="Completion and retention">
      <Group align="flex-end">
        <NumberInput
          label="Days until a file is complete"
          description="Counted from the report date."
          min={1}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('completionDays')}
        />
        <NumberInput
          label="Years that it is kept"
          description="Counted from the release."
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('retentionYears')}
        />
        <Button type="submit" variant="default" loading={save.pending} disabled={!form.isDirty()}>
          Save the days and years
        </Button>
      </Group>
      <ErrorNote error={save.error} />
    </form>
  )
}

const choices = [
  { value: 'keep', label: 'Keep them' },
  { value: 'strip', label: 'Take them out' },
] as const

function ClearedNotes() {
  const settings = useEngineQuery('review.settings', {})
  const save = useEngineCommand('review.saveSettings', { quiet: true })
  return (
    <Stack gap={4} align="start">
      <Text size="sm" fw={500}>
        Cleared review notes when a file is locked
      </Text>
      <SegmentedControl
        aria-label="Cleared review notes when a file is locked"
        data={[...choices]}
        value={settings.data?.clearedNotes ?? 'keep'}
        onChange={(clearedNotes) => void save.run({ clearedNotes }).catch(() => undefined)}
      />
      <Text size="sm">That notes were taken out, how many and by whom, stays in the journal.</Text>
      <ErrorNote error={settings.error ?? save.error} />
    </Stack>
  )
}
