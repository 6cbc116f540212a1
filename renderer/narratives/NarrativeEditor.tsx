import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Narrative, NarrativeKind } from '../../shared/contract/narrative.ts'
import { narrativeKindNames } from '../../shared/narrative/kindNames.ts'
import { RichProseField } from '../records/RichProseField.tsx'
import { dateProblem } from '../ui/dateProblem.ts'
import { DraftStatus } from './DraftStatus.tsx'
import type { Draft } from './narrativeDraft.ts'
import { type NarrativeFields, useNarrativeDraft } from './useNarrativeDraft.ts'

type NarrativeEditorProps = { narrative: Narrative; receivedAt: number }

/** A narrative while it is written: every field is kept while somebody types, and says how far it is. */
export function NarrativeEditor({ narrative, receivedAt }: NarrativeEditorProps) {
  const { draft, state, version, takeStored } = useNarrativeDraft(narrative, receivedAt)
  return (
    <Stack gap="sm" component="section" aria-label="Text" onBlur={() => void draft.flush()}>
      <DraftStatus state={state} onAgain={() => void draft.flush()} />
      {state.status === 'overtaken' ? (
        <Alert color="red" title="It was changed elsewhere while you wrote">
          <Group>
            What you typed is not saved. The other text stands in the history, whichever you keep.
            <Button size="xs" variant="default" onClick={takeStored}>
              Take the other one
            </Button>
            <Button size="xs" onClick={() => void draft.keepMine()}>
              Keep mine
            </Button>
          </Group>
        </Alert>
      ) : null}
      <NarrativeFacts key={`facts ${version}`} draft={draft} />
      <RichProseField
        key={`text ${version}`}
        label="Text"
        value={draft.typed().content}
        onChange={(content) => draft.change({ content })}
      />
    </Stack>
  )
}

/** What is known of it besides its text. A day that is none and a title that says nothing are not kept, and say so. */
function NarrativeFacts({ draft }: { draft: Draft<NarrativeFields> }) {
  const begun = draft.typed()
  const [title, setTitle] = useState(begun.title)
  const [day, setDay] = useState(begun.heldOn ?? '')
  const [people, setPeople] = useState(begun.metWith ?? '')
  const [kind, setKind] = useState<NarrativeKind>(begun.kind)
  const dayProblem = day.trim() === '' ? null : dateProblem(day)
  return (
    <Group align="start">
      <TextInput
        label="Title"
        flex={1}
        miw={260}
        maxLength={500}
        value={title}
        error={title.trim() === '' ? 'Say what it is about: the title before is kept.' : null}
        onChange={({ currentTarget: { value } }) => {
          setTitle(value)
          if (value.trim() !== '') draft.change({ title: value.trim() })
        }}
      />
      <Select
        label="Kind"
        w={150}
        allowDeselect={false}
        data={Object.entries(narrativeKindNames).map(([value, label]) => ({ value: value as NarrativeKind, label }))}
        value={kind}
        onChange={(value) => {
          if (value === null) return
          setKind(value)
          draft.change({ kind: value })
        }}
      />
      <TextInput
        label="Day"
        placeholder="YYYY-MM-DD"
        w={130}
        value={day}
        error={dayProblem}
        onChange={({ currentTarget: { value } }) => {
          setDay(value)
          if (value.trim() === '') draft.change({ heldOn: null })
          else if (dateProblem(value) === null) draft.change({ heldOn: value.trim() })
        }}
      />
      {kind === 'meeting_note' || people !== '' ? (
        <TextInput
          label="Took part"
          placeholder="names and roles"
          w={260}
          maxLength={2000}
          value={people}
          onChange={({ currentTarget: { value } }) => {
            setPeople(value)
            draft.change({ metWith: value.trim() || null })
          }}
        />
      ) : null}
    </Group>
  )
}
