import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createSheetStore, type SheetState, type SheetStore } from './sheetStore.ts'

const stores = new Map<string, SheetStore>()

/** One store a sheet, so that whoever comes back finds the writes that are still on their way. */
function storeOf(procedureId: string): SheetStore {
  const store = stores.get(procedureId) ?? createSheetStore(procedureId)
  stores.set(procedureId, store)
  return store
}

/** @returns the store of a sheet, loaded and followed while the screen is there; forgotten once its writes are answered */
export function useSheetStore(procedureId: string): SheetStore {
  const store = useMemo(() => storeOf(procedureId), [procedureId])
  useEffect(() => {
    stores.set(procedureId, store)
    const close = store.open()
    return () => {
      close()
      void store.drained().then(() => {
        if (store.screens() === 0 && stores.get(procedureId) === store) stores.delete(procedureId)
      })
    }
  }, [procedureId, store])
  return store
}

export const useSheetState = (store: SheetStore): SheetState => useSyncExternalStore(store.subscribe, store.state)
