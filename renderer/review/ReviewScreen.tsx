import { Badge, Button, Grid, Group, Paper, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { QueueItem } from '../../shared/contract/review.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Later } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { Assignments } from './Assignments.tsx'
import { NoteForm } from './NoteForm.tsx'
import { PaperContent } from './PaperContent.tsx'
import { PaperReview } from './PaperReview.tsx'
import { QueueList } from './QueueList.tsx'
import { reasonWords, roleWords } from './reviewWords.ts'
import { useClearNote } from './useClearNote.ts'
import { useVisits } from './useVisits.ts'

type Reason = QueueItem['reasons'][number]

/** What waits for whoever is signed in: the queue at the left, the paper with its review at the right. */
export function ReviewScreen() {
  const engagementId = useRouteParam('engagementId')
  const [reason, setReason] = useState<Reason | null>(null)
  const queue = useEngineQuery(
    'review.queue',
    { engagementId, limit: 1000, ...(reason === null ? {} : { reason }) },
    { keepsPrevious: true },
  )
  const [chosen, setChosen] = useState<QueueItem['target'] | null>(null)
  const items = queue.data?.items ?? []
  const place = Math.max(
    0,
    items.findIndex(({ target }) => isSame(target, chosen)),
  )
  const shown = items[place]
  useVisits(engagementId, shown?.target)
  const sign = useEngineCommand('signOff.add', { quiet: true })
  const [isNoting, noting] = useDisclosure(false)
  const [isAssigning, assigning] = useDisclosure(false)
  const { clearNote, error: clearError } = useClearNote(engagementId, shown?.target)
  const choose = (target: QueueItem['target'] | null) => {
    setChosen(target)
    // Whoever goes on by key begins to read at the top.
    window.scrollTo({ top: 0 })
  }
  const go = (to: number) => choose(items[to]?.target ?? chosen)
  const signAndNext = async () => {
    if (shown === undefined || queue.data === undefined) return
    const following = items[place + 1]?.target ?? null
    try {
      await sign.run({ target: shown.target, role: queue.data.role })
      choose(following)
    } catch {
      // The error stands above the paper.
    }
  }
  useKeys([
    { keys: 's', label: 'Sign and go on', changes: true, run: () => void signAndNext() },
    { keys: 'm', label: 'Review note', changes: true, run: noting.open },
    { keys: 'c', label: 'Clear my next answered note', changes: true, run: clearNote },
    { keys: 'n', label: 'Next paper', run: () => go(place + 1) },
    { keys: ']', label: 'Next paper', run: () => go(place + 1) },
    { keys: '[', label: 'Previous paper', run: () => go(place - 1) },
  ])
  if (queue.data === undefined) return queue.isPending ? <Loading /> : <ErrorNote error={queue.error} />
  const { role, papers, total, counts } = queue.data
  return (
    <Screen
      title="Review"
      subtitle={`${total} of ${papers} papers wait for the ${roleWords[role].toLowerCase()} · s sign · m note · c clear · n next`}
      actions={
        <>
          <Button variant="default" onClick={assigning.open}>
            Who works on what…
          </Button>
          <ListActions name="Review notes" selection={{ list: 'reviewNotes', engagementId }} />
          <Select
            aria-label="Reason"
            placeholder="Every reason"
            clearable
            data={counts.map((one) => ({ value: one.reason, label: `${reasonWords[one.reason]} (${one.count})` }))}
            value={reason}
            onChange={(value) => setReason(counts.find((one) => one.reason === value)?.reason ?? null)}
          />
        </>
      }
    >
      {shown === undefined ? (
        <EmptyState
          title="Nothing waits"
          text="Every paper is signed as it stands. What is changed or noted comes back here."
        />
      ) : (
        <Grid>
          <Grid.Col span={4}>
            <QueueList items={items} shown={shown} onChoose={choose} />
          </Grid.Col>
          <Grid.Col span={8}>
            <Paper withBorder p="md" component="article" aria-label={shown.words}>
              <Stack>
                <Group gap="xs">
                  <Text fw={600}>{shown.words}</Text>
                  {shown.reasons.map((one) => (
                    <Badge key={one} variant="outline">
                      {reasonWords[one]}
                    </Badge>
                  ))}
                  <ChangeButton size="compact-sm" loading={sign.pending} onClick={() => void signAndNext()}>
                    Sign and go on (s)
                  </ChangeButton>
                </Group>
                <ErrorNote error={sign.error ?? clearError} />
                <Later>
                  <PaperReview key={`${shown.target.entity} ${shown.target.id}`} target={shown.target} />
                  <PaperContent target={shown.target} />
                </Later>
              </Stack>
            </Paper>
          </Grid.Col>
        </Grid>
      )}
      {isAssigning ? <Assignments engagementId={engagementId} onClose={assigning.close} /> : null}
      {isNoting && shown !== undefined ? (
        <NoteForm target={shown.target} of={shown.words} onClose={noting.close} />
      ) : null}
    </Screen>
  )
}

const isSame = (one: QueueItem['target'], other: QueueItem['target'] | null) =>
  other !== null && one.entity === other.entity && one.id === other.id
