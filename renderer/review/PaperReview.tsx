import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconGitMerge } from '@tabler/icons-react'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import { links } from '../app/links.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { NoteCard } from './NoteCard.tsx'
import { PaperHistory } from '../journal/PaperHistory.tsx'
import { NoteForm } from './NoteForm.tsx'
import { durationWords, roleWords } from './reviewWords.ts'
import { SignOffLine } from './SignOffLine.tsx'
import { WorksOnThis } from './WorksOnThis.tsx'

/** The review of a paper: sign-offs with what changed since, notes, who works on it, and the extent of review. */
export function PaperReview({ target }: { target: PaperTarget }) {
  const review = useEngineQuery('review.paper', { target })
  const me = useEngineQuery('store.status', {}).data?.practitioner?.practitionerId
  const sign = useEngineCommand('signOff.add', { quiet: true })
  const [isNoting, noting] = useDisclosure(false)
  if (review.data === undefined) return <ErrorNote error={review.error} />
  const { engagementId, words, signOffs, role, assignedTo, extent, conflicts } = review.data
  return (
    <Stack gap="xs" component="section" aria-label="Review">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Review
        </Title>
        <Group gap="xs">
          <ChangeButton size="xs" variant="default" onClick={noting.open}>
            Review note…
          </ChangeButton>
          <ChangeButton
            size="xs"
            loading={sign.pending}
            onClick={() => void sign.run({ target, role }).catch(() => undefined)}
          >
            Sign as {roleWords[role].toLowerCase()}
          </ChangeButton>
        </Group>
      </Group>
      <ErrorNote error={sign.error} />
      <OpenConflicts engagementId={engagementId} conflicts={conflicts} />
      <WorksOnThis engagementId={engagementId} target={target} assignedTo={assignedTo} />
      {signOffs.length === 0 ? <Text size="sm">Nobody has signed this paper yet.</Text> : null}
      <Stack gap={4} role="list" aria-label="Sign-offs">
        {signOffs.map((signOff) => (
          <SignOffLine
            key={`${signOff.signOffId} ${signOff.changedSince}`}
            signOff={signOff}
            isMine={signOff.practitionerId === me}
          />
        ))}
      </Stack>
      <Notes engagementId={engagementId} target={target} />
      {extent.map(({ by, times, seconds, lastAt }) => (
        <Text key={by} size="sm" c="dimmed">
          Looked at by {by}: {times === 1 ? 'once' : `${times} times`}, {durationWords(seconds)}, last{' '}
          {instantWords(lastAt)}
        </Text>
      ))}
      <PaperHistory paper={target} />
      {isNoting ? <NoteForm target={target} of={words} onClose={noting.close} /> : null}
    </Stack>
  )
}

/** That the paper cannot be signed before somebody decided, and where. */
function OpenConflicts({ engagementId, conflicts }: { engagementId: string; conflicts: number }) {
  if (conflicts === 0) return null
  const fields = conflicts === 1 ? 'One field of this paper was' : `${conflicts} fields of this paper were`
  return (
    <Alert color="red" icon={<IconGitMerge />} title="It cannot be signed yet">
      {`${fields} changed by two people who did not know of each other. `}
      <Anchor href={links.bundles(engagementId)}>Decide first</Anchor>
    </Alert>
  )
}

function Notes({ engagementId, target }: { engagementId: string; target: PaperTarget }) {
  const { data, error } = useEngineQuery('note.list', { engagementId, paper: target })
  return (
    <Stack gap="xs">
      <ErrorNote error={error} />
      {(data?.notes ?? []).map((note) => (
        <NoteCard key={note.noteId} note={note} />
      ))}
    </Stack>
  )
}
