import type { SheetStore } from './sheetStore.ts'
import type { CellPlace } from './sheetView.ts'

/** Saves the note of a cell where it changed; an empty note is none. */
export function saveNote(store: SheetStore, { item, letter }: CellPlace, text: string): void {
  const note = text.trim() === '' ? null : text
  if (note === store.cells.get(item.sampleItemId, letter).shown.note) return
  store.record([{ sampleItemId: item.sampleItemId, attribute: letter, note }])
}
