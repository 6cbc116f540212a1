import { Pagination, ScrollArea, Table, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

const pageSize = 50

/** The rows of a population, a page at a time; excluded ones are marked in words. */
export function PopulationRows({ populationId, header }: { populationId: string; header: readonly string[] }) {
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text, 300)
  const [page, setPage] = useState(1)
  const rows = useEngineQuery('population.items', {
    populationId,
    offset: (page - 1) * pageSize,
    limit: pageSize,
    ...(query === '' ? {} : { query }),
  })
  const search = (value: string) => {
    setText(value)
    setPage(1)
  }
  return (
    <>
      <TextInput
        aria-label="Find in the rows"
        placeholder="Find in the rows"
        maw={360}
        value={text}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <ErrorNote error={rows.error} />
      <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Rows of the population' }}>
        <Table fz="xs" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              {header.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
              <Table.Th>Decision</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(rows.data?.items ?? []).map(({ row, cells, decision }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                {header.map((name, place) => (
                  <Table.Td key={name}>{cells[place]}</Table.Td>
                ))}
                <Table.Td>{decision === null ? '' : decision === 'exclude' ? 'excluded' : 'kept'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Pagination
        total={Math.max(1, Math.ceil((rows.data?.total ?? 0) / pageSize))}
        value={page}
        onChange={setPage}
        getControlProps={(control) => ({ 'aria-label': `${control} page` })}
      />
    </>
  )
}
