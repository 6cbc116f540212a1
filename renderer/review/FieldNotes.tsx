import { ActionIcon, Badge, Group } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import type { ReviewNote } from '../../shared/contract/note.ts'
import { useReadOnlyReason } from '../ui/readOnly.ts'

/** The review notes on a field that are not cleared, and the way to write another. */
export function FieldNotes({ of, notes, onOpen }: { of: string; notes: readonly ReviewNote[]; onOpen: () => void }) {
  const readOnly = useReadOnlyReason()
  return (
    <Group gap={4} justify="end">
      {notes
        .filter(({ status }) => status !== 'cleared')
        .map(({ noteId, ref }) => (
          <Badge key={noteId} variant="outline" style={{ flexShrink: 0 }}>
            {ref}
          </Badge>
        ))}
      {readOnly === null ? (
        <ActionIcon size="sm" variant="default" aria-label={`Review note on ${of}`} onClick={onOpen}>
          <IconMessagePlus size={16} aria-hidden="true" />
        </ActionIcon>
      ) : null}
    </Group>
  )
}
