import { Badge, Button, Drawer, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type SyntheticEvent, useState } from 'react'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import type { SignOff } from '../../shared/contract/signOff.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { useNoteInView, usePlaceInView } from '../records/useRecordInView.ts'
import { PaperReview } from './PaperReview.tsx'
import { roleWords } from './reviewWords.ts'

/** How far the review of a paper is, in a line on the screen that the paper shares with others; the review opens beside it. */
export function ReviewLine({ target }: { target: PaperTarget }) {
  const { data } = useEngineQuery('review.paper', { target })
  const [isOpen, review] = useDisclosure(false)
  const place = usePlaceInView()
  const noteInView = useNoteInView()
  const ownNote = place === `${target.entity}:${target.id}` ? noteInView : null
  const [seenNote, setSeenNote] = useState<string | null>(null)
  if (data === undefined) return null
  const standing = [...new Map(data.signOffs.filter(isStanding).map((one) => [one.role, one])).values()]
  return (
    <Group gap="xs" role="group" aria-label={`Review of ${data.words}`}>
      {standing.length === 0 ? <Text size="sm">Not signed</Text> : null}
      {standing.map(({ role, initials, changedSince }) => (
        <Text key={role} size="sm">
          <strong>{initials}</strong> {roleWords[role].toLowerCase()}
          {changedSince ? ', changed since' : ''}
        </Text>
      ))}
      {data.notCleared === 0 ? null : (
        <Badge variant="outline">{data.notCleared === 1 ? '1 note' : `${data.notCleared} notes`}</Badge>
      )}
      <Button size="compact-xs" variant="default" aria-label={`Open the review of ${data.words}`} onClick={review.open}>
        Review…
      </Button>
      <Drawer
        opened={isOpen || (ownNote !== null && ownNote !== seenNote)}
        onClose={() => {
          review.close()
          setSeenNote(ownNote)
        }}
        title={data.words}
        position="right"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close the review' }}
        onSubmit={keepInside}
        onKeyDown={keepInside}
      >
        <PaperReview target={target} />
      </Drawer>
    </Group>
  )
}

const isStanding = ({ withdrawn, problem }: SignOff) => withdrawn === null && problem === null

/** The line may stand in a form of the screen; what is sent or typed in the review is not that form's. */
const keepInside = (event: SyntheticEvent) => event.stopPropagation()
