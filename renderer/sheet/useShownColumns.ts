import { useMemo, useState } from 'react'
import { firstColumns, type PopulationColumn, populationColumns } from '../../shared/testing/populationColumns.ts'
import type { LoadedSheet } from './sheetView.ts'

/** The choice of each procedure while the window is open; names of columns are the client's, so nothing is written to disk. */
const choices = new Map<string, string[]>()

/** @returns the population columns beside the items, in the order of the file, and how to choose others */
export function useShownColumns(sheet: LoadedSheet): [PopulationColumn[], (names: string[]) => void] {
  const { procedureId } = sheet.procedure
  const columns = useMemo(() => populationColumns(sheet), [sheet])
  const [chosen, setChosen] = useState(() => choices.get(procedureId))
  const shown = useMemo(() => {
    const names = new Set(chosen ?? firstColumns(columns))
    return columns.filter(({ name }) => names.has(name))
  }, [columns, chosen])
  return [
    shown,
    (names) => {
      choices.set(procedureId, names)
      setChosen(names)
    },
  ]
}
