import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Letter, LetterProblem } from '../../shared/contract/letter.ts'
import { letterTitles } from '../../shared/letter/letterNames.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { LetterForm } from './LetterForm.tsx'

/** Management's letters as they were received, and what is wrong with them. */
export function Letters({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('letter.list', { engagementId })
  const [editing, setEditing] = useState<{ letter: Letter | null } | null>(null)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { letters, problems } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ letter: null })}>Add a letter</ChangeButton>
        <ListActions name="Letters" selection={{ list: 'letters', engagementId }} disabled={letters.length === 0} />
      </Group>
      {problems
        .filter(({ letterId }) => letterId === null)
        .map(({ text }) => (
          <Text key={text} size="sm">
            ▲ {text}
          </Text>
        ))}
      {letters.length === 0 ? (
        <EmptyState
          title="No letter yet"
          text="Write down management's assertion and representation letter as you receive them, each with its file, date and signatures."
        />
      ) : null}
      {letters.map((letter) => (
        <LetterCard
          key={letter.letterId}
          engagementId={engagementId}
          letter={letter}
          problems={problems.filter(({ letterId }) => letterId === letter.letterId)}
          onChange={() => setEditing({ letter })}
        />
      ))}
      {editing === null ? null : (
        <LetterForm engagementId={engagementId} letter={editing.letter} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}

type LetterCardProps = {
  engagementId: string
  letter: Letter
  problems: readonly LetterProblem[]
  onChange: () => void
}

function LetterCard({ engagementId, letter, problems, onChange }: LetterCardProps) {
  const remove = useEngineCommand('letter.remove', { quiet: true })
  const [isRemoving, setIsRemoving] = useState(false)
  const place = useRecordPlace({ kind: 'letter', id: letter.letterId })
  const { letterId, kind, datedOn, signedBy, periodStart, periodEnd, asOf, note } = letter
  const days = asOf === null ? `${periodStart ?? '?'} to ${periodEnd ?? '?'}` : `as of ${asOf}`
  const close = () => setIsRemoving(false)
  return (
    <Paper withBorder p="md" component="article" aria-label={letterTitles[kind]} {...place}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="start">
          <div>
            <Title order={2} size="h4">
              {letterTitles[kind]}
            </Title>
            <Text size="sm">
              dated {datedOn ?? '?'} · {days} · signed by {signedBy ?? '?'}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            <ChangeButton size="xs" variant="default" aria-label={`Change ${letterTitles[kind]}`} onClick={onChange}>
              Change
            </ChangeButton>
            <ChangeButton
              size="xs"
              variant="default"
              aria-label={`Remove ${letterTitles[kind]}`}
              onClick={() => setIsRemoving(true)}
            >
              Remove
            </ChangeButton>
          </Group>
        </Group>
        {problems.map(({ code, text }) => (
          <Text key={code} size="sm">
            ▲ {text}
          </Text>
        ))}
        {note === null ? null : <Text size="sm">{note}</Text>}
        <EvidencePane engagementId={engagementId} target={{ entity: 'letter', id: letterId }} of={letterTitles[kind]} />
        <ReviewLine target={{ entity: 'letter', id: letterId }} />
      </Stack>
      {isRemoving ? (
        <ReasonForm
          title={`Remove ${letterTitles[kind]}`}
          label="Reason"
          error={remove.error}
          pending={remove.pending}
          onClose={close}
          onSubmit={(reason) => void remove.run({ letterId, reason }).then(close, () => undefined)}
        />
      ) : null}
    </Paper>
  )
}
