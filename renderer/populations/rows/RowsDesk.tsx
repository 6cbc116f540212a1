import { Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Population } from '../../../shared/contract/population.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { callEngine } from '../../engine/client.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { rangeOf, selectCell, type Selection } from '../../ui/selection.ts'
import { useKeys } from '../../ui/useKeys.ts'
import { ActiveCell } from './ActiveCell.tsx'
import { choiceParams, nextSort, type RowChoice, wholeChoice } from './choice.ts'
import { ColumnSummary } from './ColumnSummary.tsx'
import { GoToRow } from './GoToRow.tsx'
import { layColumns, type Widths, widthWithin } from './gridColumns.ts'
import { placeOfRow } from './placeOfRow.ts'
import { RowFilters } from './RowFilters.tsx'
import { RowsGrid } from './RowsGrid.tsx'
import { useFoundRows } from './useFoundRows.ts'
import { useRowsClipboard } from './useRowsClipboard.ts'
import classes from './RowsGrid.module.css'

/** The rows of a population: found, filtered and ordered by the engine, and what a column of them holds. */
export function RowsDesk({ population }: { population: Population }) {
  const { populationId, header, rows, settlements } = population
  const [choice, setChoice] = useState<RowChoice>(wholeChoice)
  const [error, setError] = useState<Error | null>(null)
  const [widths, setWidths] = useState<Widths>({})
  const [filtering, setFiltering] = useState<string | null>(null)
  const [summarised, setSummarised] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const gridRef = useRef<HTMLDivElement>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const goToRef = useRef<HTMLInputElement>(null)
  useKeys([{ keys: '/', label: 'Find in the rows', run: () => findRef.current?.focus() }])

  const [query] = useDebouncedValue(choice.query, 300)
  const { filters, sort } = choice
  const wanted = useMemo(() => ({ query, filters, sort }), [query, filters, sort])
  const found = useFoundRows(population, wanted, (shown, cause) => {
    setError(cause)
    setChoice(shown)
  })
  const { pages } = found
  useSyncExternalStore(pages.subscribe, pages.version)
  const [selection, setSelection] = useSelection(pages)

  const columns = useMemo(
    () => layColumns(header, settlements.length > 0, widths),
    [header, settlements.length, widths],
  )
  const readRows = async (first: number, last: number) => {
    const params = { populationId, ...choiceParams(found.choice) }
    const read = []
    for (let offset = first; offset <= last; offset += mostAtOnce) {
      const limit = Math.min(mostAtOnce, last - offset + 1)
      read.push(...(await callEngine('population.items', { ...params, offset, limit })).items)
    }
    return read
  }
  useRowsClipboard({ gridRef, columns, range: rangeOf(selection), readRows, onSay: setSaid })

  const change = (changed: Partial<RowChoice>) => {
    setError(null)
    setSaid('')
    setChoice((known) => ({ ...known, ...changed }))
  }
  const order = (column: string, how: 'next' | 'ascending' | 'descending' | 'file') => {
    const orders = {
      next: nextSort(sort, column),
      ascending: { column, descending: false },
      descending: { column, descending: true },
      file: null,
    }
    change({ sort: orders[how] })
    gridRef.current?.focus()
  }
  const goTo = async (row: number) => {
    const rowAt = async (place: number) => (await readRows(place, place))[0]?.row ?? 0
    const place =
      found.choice.sort === null ? await placeOfRow(row, pages.total, rowAt) : Math.min(row, pages.total) - 1
    setSelection(selectCell({ row: Math.max(0, place), column: selection.active.column }))
    gridRef.current?.focus()
  }
  const named = useMemo(() => header.filter((column) => column !== ''), [header])
  return (
    <Stack gap="xs">
      <Group align="end" gap="xs">
        <TextInput
          ref={findRef}
          label="Find in the rows"
          w={240}
          maxLength={200}
          value={choice.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') gridRef.current?.focus()
          }}
        />
        <GoToRow
          label={found.choice.sort === null ? 'Go to row' : 'Go to place'}
          inputRef={goToRef}
          onGo={(row) => void goTo(row).catch(setError)}
        />
        <RowFilters
          columns={named}
          filters={filters}
          adding={filtering}
          onAdding={setFiltering}
          onChange={(changed) => change({ filters: changed })}
        />
        <Text size="sm" role="status">
          {found.isLooking
            ? 'Looking through the rows…'
            : `${countText(pages.total)} of ${countText(rows)} rows${orderWords(found.choice)}`}
        </Text>
      </Group>
      <ErrorNote error={error ?? pages.error()} />
      <div className={classes['desk']}>
        <Stack gap={4} className={classes['main'] ?? ''}>
          <RowsGrid
            pages={pages}
            columns={columns}
            sort={found.choice.sort}
            selection={selection}
            onSelect={setSelection}
            gridRef={gridRef}
            onFind={() => findRef.current?.focus()}
            onGoTo={() => goToRef.current?.focus()}
            onSort={order}
            onFilter={setFiltering}
            onSummary={setSummarised}
            onWidth={(key, width) => setWidths((known) => ({ ...known, [key]: widthWithin(width) }))}
          />
          <ActiveCell column={columns[selection.active.column]} item={pages.row(selection.active.row)} said={said} />
        </Stack>
        {summarised === null ? null : (
          <div className={classes['pane']}>
            <ColumnSummary
              populationId={populationId}
              columns={named}
              column={summarised}
              choice={found.choice}
              onColumn={setSummarised}
              onTake={(column, value) => change({ filters: [...filters, { column, is: 'equal', value }] })}
              onClose={() => {
                setSummarised(null)
                gridRef.current?.focus()
              }}
            />
          </div>
        )}
      </div>
    </Stack>
  )
}

/** The selected cells; other rows are looked at from their first one, in the same column. */
function useSelection(pages: unknown): [Selection, (selection: Selection) => void] {
  const [kept, setKept] = useState({ pages, selection: selectCell({ row: 0, column: 0 }) })
  const selection = useMemo(
    () => (kept.pages === pages ? kept.selection : selectCell({ row: 0, column: kept.selection.active.column })),
    [kept, pages],
  )
  return [selection, (changed) => setKept({ pages, selection: changed })]
}

/** As many rows as the engine gives at once. */
const mostAtOnce = 1000

function orderWords({ sort }: RowChoice): string {
  if (sort === null) return ', in the order of the file'
  return `, by ${sort.column}, ${sort.descending ? 'descending' : 'ascending'}`
}
