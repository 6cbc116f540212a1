import { Group, Select, Stack, TextInput } from '@mantine/core'
import type { RequestPriority } from '../../shared/contract/request.ts'
import { priorities } from '../../shared/request/priority.ts'
import { dateProblem } from '../ui/dateProblem.ts'

import { priorityChoices } from './requestWords.ts'
import { GrowingText } from '../ui/GrowingText.tsx'

/** The words of a request as they are typed. */
export type RequestWords = {
  title: string
  text: string
  dueOn: string
  owner: string
  priority: RequestPriority | null
}

/** @returns whether the words can be sent */
export function areComplete({ title, text, dueOn }: RequestWords): boolean {
  return title.trim() !== '' && text.trim() !== '' && (dueOn.trim() === '' || dateProblem(dueOn) === null)
}

/** @returns the words as the engine takes them */
export function saidWords({ title, text, dueOn, owner, priority }: RequestWords): {
  title: string
  text: string
  dueOn?: string
  owner?: string
  priority?: RequestPriority
} {
  return {
    title,
    text,
    ...(dueOn.trim() === '' ? {} : { dueOn: dueOn.trim() }),
    ...(owner.trim() === '' ? {} : { owner }),
    ...(priority === null ? {} : { priority }),
  }
}

/** What is asked for, and until when. */
export function RequestFields({ words, onChange }: { words: RequestWords; onChange: (words: RequestWords) => void }) {
  const { title, text, dueOn, owner, priority } = words
  return (
    <Stack gap="xs">
      <TextInput
        label="Title"
        data-autofocus
        value={title}
        onChange={(event) => onChange({ ...words, title: event.currentTarget.value })}
      />
      <GrowingText
        label="What we ask for"
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
        <Select
          label="Priority"
          placeholder="none said"
          clearable
          w={160}
          data={priorityChoices}
          value={priority}
          onChange={(value) => onChange({ ...words, priority: priorities.find((each) => each === value) ?? null })}
        />
      </Group>
    </Stack>
  )
}
