import { Modal } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { saveNote } from './saveNote.ts'
import type { SheetStore } from './sheetStore.ts'
import type { CellPlace } from './sheetView.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

type NoteEditorProps = { store: SheetStore; place: CellPlace; onClose: () => void }

/** Typing pauses this long before the note is saved, in milliseconds. */
const pause = 400

/** The note of one cell, saved while it is typed and when it is left. Esc and Ctrl+Enter go back to the cell. */
export function NoteEditor({ store, place, onClose }: NoteEditorProps) {
  const { item, letter } = place
  const title = `Note on ${item.itemId}, attribute ${letter}`
  const [text, setText] = useState(store.cells.get(item.sampleItemId, letter).shown.note ?? '')
  const save = useDebouncedCallback((typed: string) => saveNote(store, place, typed), {
    delay: pause,
    flushOnUnmount: true,
  })
  useFlushOnClose(store, save.flush)

  return (
    <Modal opened onClose={onClose} title={title} size="md" returnFocus>
      <ChangeFields>
        <ProseInput
          data-autofocus
          aria-label={title}
          description="Saved while you type. Esc or Ctrl+Enter goes back to the sheet."
          value={text}
          onChange={(typed) => {
            setText(typed)
            save(typed)
          }}
          onBlur={() => save.flush()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onClose()
          }}
          maxLength={10_000}
          minRows={3}
          maxRows={12}
        />
      </ChangeFields>
    </Modal>
  )
}

/** A window that closes does not unmount anything, so what is typed is sent before. */
function useFlushOnClose(store: SheetStore, flushNote: () => void): void {
  useEffect(() => {
    const flush = () => {
      flushNote()
      store.flush()
    }
    window.addEventListener('beforeunload', flush)
    return () => window.removeEventListener('beforeunload', flush)
  }, [store, flushNote])
}
