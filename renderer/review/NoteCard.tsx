import { Badge, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReviewNote } from '../../shared/contract/note.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { noteAge } from '../../shared/review/noteAge.ts'
import { noteKindWords } from '../../shared/review/noteWords.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { inViewProps, useNoteInView } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

/** A review note with what was answered; whoever wrote it clears it, everybody answers. */
export function NoteCard({ note }: { note: ReviewNote }) {
  const status = useEngineQuery('store.status', {})
  const isMine = status.data?.practitioner?.practitionerId === note.authorId
  const [openedAt] = useState(() => Date.now())
  const { days, late } = noteAge(note.openSince, note.priority, openedAt)
  const isCleared = note.status === 'cleared'
  const isInView = useNoteInView() === note.noteId
  return (
    <Paper withBorder p="xs" component="article" aria-label={`Review note ${note.ref}`} {...inViewProps(isInView)}>
      <Stack gap={4}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {note.ref}
          </Text>
          <Badge variant="light">{noteKindWords[note.kind].toLowerCase()}</Badge>
          {note.priority === 'normal' ? null : <Badge variant="outline">{note.priority} priority</Badge>}
          <Badge variant="outline">{note.status}</Badge>
          {isCleared ? null : (
            <Text size="sm" c={late ? 'red' : 'dimmed'}>
              {days === 1 ? '1 day old' : `${days} days old`}
              {late ? ', late' : ''}
            </Text>
          )}
        </Group>
        <Text size="sm">{[`${note.author}, ${instantWords(note.at)}`, ...noteSpot(note)].join(' · ')}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {note.text}
        </Text>
        {note.reopenedBecause === null ? null : <Text size="sm">Opened again: {note.reopenedBecause}</Text>}
        {note.responses.map(({ responseId, by, at, text }) => (
          <Text key={responseId} size="sm" pl="md" style={{ whiteSpace: 'pre-wrap' }}>
            ↳ {by}, {instantWords(at)}: {text}
          </Text>
        ))}
        {isCleared ? (
          <>
            <Text size="sm">
              Cleared {note.clearedAt === null ? '' : instantWords(note.clearedAt)} {note.clearedRemark ?? ''}
            </Text>
            {isMine ? <ReopenNote note={note} /> : null}
          </>
        ) : (
          <AnswerNote note={note} isMine={isMine} />
        )}
      </Stack>
    </Paper>
  )
}

function ReopenNote({ note: { noteId, ref } }: { note: ReviewNote }) {
  const reopen = useEngineCommand('note.reopen', { quiet: true })
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <ChangeButton size="compact-sm" variant="default" style={{ alignSelf: 'start' }} onClick={() => setAsking(true)}>
        Open {ref} again…
      </ChangeButton>
      {isAsking ? (
        <ReasonForm
          title={`Open ${ref} again`}
          label="Reason"
          error={reopen.error}
          pending={reopen.pending}
          onSubmit={(reason) => void reopen.run({ noteId, reason }).then(close, () => undefined)}
          onClose={close}
        />
      ) : null}
    </>
  )
}

function AnswerNote({ note: { noteId, ref }, isMine }: { note: ReviewNote; isMine: boolean }) {
  const respond = useEngineCommand('note.respond', { quiet: true })
  const clear = useEngineCommand('note.clear', { quiet: true })
  const [text, setText] = useState('')
  const answer = () => respond.run({ noteId, text }).then(() => setText(''))
  return (
    <Stack gap={4}>
      <GrowingText
        aria-label={`Answer to ${ref}`}
        placeholder="Answer"
        minRows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ErrorNote error={respond.error ?? clear.error} />
      <Group gap="xs">
        <ChangeButton
          size="compact-sm"
          variant="default"
          disabled={text.trim() === ''}
          loading={respond.pending}
          onClick={() => void answer().catch(() => undefined)}
        >
          Answer
        </ChangeButton>
        {isMine ? (
          <ChangeButton
            size="compact-sm"
            variant="default"
            loading={clear.pending}
            onClick={() => void clear.run({ noteId }).catch(() => undefined)}
          >
            Clear {ref}
          </ChangeButton>
        ) : null}
      </Group>
    </Stack>
  )
}

/** The row and the field that a note speaks of, where it does not speak of the paper as a whole. */
const noteSpot = ({ place, field }: ReviewNote): string[] => [
  ...(place === null ? [] : [place]),
  ...(field === null ? [] : [fieldWords(field)]),
]
