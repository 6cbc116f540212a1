import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { dateProblem } from '../ui/dateProblem.ts'

/** The words of a request as they are typed. */
export type RequestWords = { title: string; text: string; dueOn: string; owner: string }

/** @returns whether the words can be sent */
export function areComplete({ title, text, dueOn }: RequestWords): boolean {
  return title.trim() !== '' && text.trim() !== '' && (dueOn.trim() === '' || dateProblem(dueOn) === null)
}

/** @returns the words as the engine takes them */
export function saidWords({ title, text, dueOn, owner }: RequestWords): {
  title: string
  text: string
  dueOn?: string
  owner?: string
} {
  return {
    title,
    text,
    ...(dueOn.trim() === '' ? {} : { dueOn: dueOn.trim() }),
    ...(owner.trim() === '' ? {} : { owner }),
  }
}

/** What is asked for, and until when. */
export function RequestFields({ words, onChange }: { words: RequestWords; onChange: (words: RequestWords) => void }) {
  const { title, text, dueOn, owner } = words
  return (
    <Stack gap="xs">
      <TextInput
        label="Title"
        data-autofocus
        value={title}
        onChange={(event) => onChange({ ...words, title: event.currentTarget.value })}
      />
      <Textarea
        label="What we ask for"
        autosize
        minRows={3}
        value={text}
        onChange={(event) => onChange({ ...words, text: event.currentTarget.value })}
      />
      <Group align="flex-start">
        <TextInput
          label="Due on"
          placeholder="2026-12-01"
          maw={200}
          value={dueOn}
          error={dueOn.trim() === '' ? null : dateProblem(dueOn)}
          onChange={(event) => onChange({ ...words, dueOn: event.currentTarget.value })}
        />
        <TextInput
          label="Owner at the client"
          placeholder="who brings it"
          value={owner}
          onChange={(event) => onChange({ ...words, owner: event.currentTarget.value })}
        />
      </Group>
    </Stack>
  )
}
