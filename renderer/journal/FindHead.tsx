import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Whether words from a file memo were ever the head of this journal. */
export function FindHead({ engagementId }: { engagementId: string }) {
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const { data, error } = useEngineQuery('journal.findHead', { engagementId, words }, { enabled: words !== '' })
  return (
    <form
      aria-label="Words of a memo"
      onSubmit={(event) => {
        event.preventDefault()
        setWords(typed.trim())
      }}
    >
      <Group align="flex-end">
        <TextInput
          label="Eight words of a file memo"
          flex={1}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          Check the words
        </Button>
      </Group>
      {data === undefined ? null : (
        <Text role="status" mt="xs">
          {data.found === null
            ? 'These words were never the head of this journal: its history was written again, or they belong to another one.'
            : `They were the head at entry ${data.found.seq}, ${instantWords(data.found.at)}, by ${data.found.actor}. It and all before it are unchanged.`}
        </Text>
      )}
      <ErrorNote error={error} />
    </form>
  )
}
