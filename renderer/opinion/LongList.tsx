import { Button, List } from '@mantine/core'
import { useState } from 'react'

/** Lines shown before the reader asks for more. */
const shownAtFirst = 8

/** Sentences, the first few of them until all are asked for. */
export function LongList({ sentences }: { sentences: readonly string[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? sentences : sentences.slice(0, shownAtFirst)
  return (
    <>
      <List size="sm" spacing={2}>
        {shown.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {shown.length < sentences.length ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(true)}>
          Show all {sentences.length}
        </Button>
      ) : null}
    </>
  )
}
