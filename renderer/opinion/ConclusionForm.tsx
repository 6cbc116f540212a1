import { Alert, Button, Group, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Aspect, Conclusion, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { outcomeOptions, type TargetEntity } from '../../shared/opinion/conclusionWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

type ConclusionFormProps = {
  engagementId: string
  target: { entity: TargetEntity; id: string; ref: string }
  aspect: Aspect
  current: Conclusion | null
  /** What speaks against an outcome, in sentences. */
  problems: (written: { outcome: ConclusionOutcome; confirmation: string | null }) => string[]
  onSaved?: () => void
}

type ConclusionValues = { outcome: ConclusionOutcome | null; rationale: string; confirmation: string }

/** The conclusion of a person, with the rationale. The program only says what speaks against it. */
export function ConclusionForm({ engagementId, target, aspect, current, problems, onSaved }: ConclusionFormProps) {
  const save = useEngineCommand('conclusion.save', { quiet: true })
  const form = useForm<ConclusionValues>({
    mode: 'controlled',
    initialValues: {
      outcome: current?.outcome ?? null,
      rationale: current?.rationale ?? '',
      confirmation: current?.confirmation ?? '',
    },
    validate: {
      outcome: (outcome) => (outcome === null ? 'Choose what you conclude.' : null),
      rationale: (text) => (text.trim() === '' ? 'Say what the conclusion rests on.' : null),
      confirmation: (text, values) =>
        values.outcome === 'did_not_occur' && text.trim() === '' ? 'Say what was done to confirm it.' : null,
    },
  })
  const { outcome, confirmation } = form.values
  const confirmed = confirmation.trim() === '' ? null : confirmation
  const against = outcome === null ? [] : problems({ outcome, confirmation: confirmed })

  const submit = form.onSubmit(async (values) => {
    if (values.outcome === null) return
    const { entity, id } = target
    try {
      await save.run({
        target: { entity, id, engagementId },
        aspect,
        outcome: values.outcome,
        rationale: values.rationale,
        ...(values.outcome === 'did_not_occur' ? { confirmation: values.confirmation } : {}),
      })
      form.resetDirty(values)
      onSaved?.()
    } catch {
      // The error stands above the button; what was typed stays.
    }
  })

  return (
    <form aria-label={`Conclusion on the ${aspect} of ${target.ref}`} onSubmit={submit}>
      <ChangeFields>
        <Stack gap="xs" onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Select
            label="Conclusion"
            placeholder="Not concluded yet"
            data={outcomeOptions(target.entity, aspect)}
            allowDeselect={false}
            {...form.getInputProps('outcome')}
          />
          {against.map((problem) => (
            <Alert key={problem} color="yellow" p="xs">
              {problem}
            </Alert>
          ))}
          {outcome === 'did_not_occur' ? (
            <ProseInput
              label="What was done to confirm it"
              description="Such as inquiry of the owner, and inspection of the system's list for the whole period."
              minRows={2}
              maxRows={6}
              {...form.getInputProps('confirmation')}
            />
          ) : null}
          <ProseInput label="Rationale" withLinks minRows={2} maxRows={10} {...form.getInputProps('rationale')} />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.pending} disabled={!form.isDirty()}>
              {current ? 'Change the conclusion' : 'Conclude'}
            </Button>
          </Group>
        </Stack>
      </ChangeFields>
    </form>
  )
}
