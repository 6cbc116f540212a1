import { Stack, TextInput } from '@mantine/core'
import { dateProblem } from '../ui/dateProblem.ts'
import type { AnswerValues } from './answerValues.ts'
import { GrowingText } from '../ui/GrowingText.tsx'

/** What the client said, in the columns of a request list. */
export function AnswerFields({ values, onChange }: { values: AnswerValues; onChange: (values: AnswerValues) => void }) {
  const { answer, reference, providedOn, note } = values
  return (
    <Stack gap="xs">
      <GrowingText
        label="Answer"
        minRows={2}
        data-autofocus
        value={answer}
        onChange={(event) => onChange({ ...values, answer: event.currentTarget.value })}
      />
      <TextInput
        label="File or link"
        value={reference}
        onChange={(event) => onChange({ ...values, reference: event.currentTarget.value })}
      />
      <TextInput
        label="Provided on"
        placeholder="2026-12-01"
        maw={200}
        value={providedOn}
        error={providedOn.trim() === '' ? null : dateProblem(providedOn)}
        onChange={(event) => onChange({ ...values, providedOn: event.currentTarget.value })}
      />
      <TextInput
        label="Note"
        value={note}
        onChange={(event) => onChange({ ...values, note: event.currentTarget.value })}
      />
    </Stack>
  )
}
