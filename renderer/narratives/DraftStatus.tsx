import { Button, Group, Text } from '@mantine/core'
import { instantWords } from '../ui/dates.ts'
import type { DraftState } from './narrativeDraft.ts'

/** How far what was typed is kept: "Saved" is what the engine said, not what is hoped. */
export function DraftStatus({ state, onAgain }: { state: DraftState; onAgain: () => void }) {
  return (
    <Group gap="xs" role="status" aria-live="off" mih={22}>
      <Text size="sm" {...(state.status === 'failed' ? { c: 'red' } : {})}>
        {words(state)}
      </Text>
      {state.status === 'failed' ? (
        <Button size="compact-xs" variant="default" onClick={onAgain}>
          Try again
        </Button>
      ) : null}
    </Group>
  )
}

function words(state: DraftState): string {
  switch (state.status) {
    case 'saved':
      return `✓ Saved, ${instantWords(state.at)}`
    case 'waiting':
      return '… Not saved yet'
    case 'saving':
      return '… Saving'
    case 'failed':
      return `✗ Not saved: ${state.error.message}`
    case 'overtaken':
      return '✗ Not saved'
  }
}
