import { ScrollArea, Table } from '@mantine/core'

/** The first rows of a file, as they will be taken. */
export function CsvTable({ header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'First rows of the file' }}>
      <Table withTableBorder fz="xs">
        <Table.Thead>
          <Table.Tr>
            {header.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, 6).map((cells, row) => (
            <Table.Tr key={`${row + 2} ${cells[0] ?? ''}`}>
              {header.map((name, place) => (
                <Table.Td key={name}>{cells[place]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
