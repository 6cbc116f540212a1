import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { callEngine } from '../../engine/client.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { choiceParams, nextSort, type RowChoice, wholeChoice } from './choice.ts'
import { ColumnSummary } from './ColumnSummary.tsx'
import { RowFilters } from './RowFilters.tsx'
import { RowPages } from './rowPages.ts'
import { RowsGrid } from './RowsGrid.tsx'

/** The rows of a population: found, filtered and ordered by the engine, shown page by page. */
export function PopulationRows({
  populationId,
  header,
  rows,
}: {
  populationId: string
  header: readonly string[]
  rows: number
}) {
  const [choice, setChoice] = useState<RowChoice>(wholeChoice)
  const [query] = useDebouncedValue(choice.query, 300)
  const { filters, sort } = choice
  const settled = useMemo(() => ({ query, filters, sort }), [query, filters, sort])
  const pages = useMemo(() => pagesOf(populationId, settled), [populationId, settled])
  const [isSummarising, setSummarising] = useState(false)
  useSyncExternalStore(pages.subscribe, pages.version)
  const total = pages.total()
  const change = (changed: Partial<RowChoice>) => setChoice((known) => ({ ...known, ...changed }))
  const columns = header.filter((column) => column !== '')
  return (
    <>
      <Group align="end">
        <TextInput
          label="Find in the rows"
          w={280}
          value={choice.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
        />
        <RowFilters columns={columns} filters={filters} onChange={(changed) => change({ filters: changed })} />
        <Button variant="default" onClick={() => setSummarising(true)}>
          Summary of a column…
        </Button>
        <Text size="sm" role="status">
          {total === null ? 'Looking through the rows…' : `${countText(total)} of ${countText(rows)} rows`}
        </Text>
      </Group>
      <ErrorNote error={pages.error()} />
      <RowsGrid
        pages={pages}
        header={header}
        sort={sort}
        onSort={(column) => change({ sort: nextSort(sort, column) })}
      />
      {isSummarising ? (
        <ColumnSummary
          populationId={populationId}
          columns={columns}
          choice={settled}
          onClose={() => setSummarising(false)}
          onTake={(column, value) => {
            setSummarising(false)
            change({ filters: [...filters, { column, is: 'equal', value }] })
          }}
        />
      ) : null}
    </>
  )
}

/** A choice is looked for once, in slices and with its progress in the status line; its pages are then read at once. */
function pagesOf(populationId: string, choice: RowChoice): RowPages<PopulationItem> {
  const params = { populationId, ...choiceParams(choice) }
  let found: Promise<unknown> | null = null
  return new RowPages(async (offset, limit) => {
    found ??= callEngine('population.find', params)
    await found
    return callEngine('population.items', { ...params, offset, limit })
  })
}
