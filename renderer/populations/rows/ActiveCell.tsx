import { Group, Kbd, Text } from '@mantine/core'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import type { GridColumn } from './gridColumns.ts'
import { rowKeyLegend } from './RowsGrid.tsx'
import classes from './RowsGrid.module.css'

/** The whole text of the cell where one stands, which the grid may cut off; what was just done; the keys. */
export function ActiveCell({
  column,
  item,
  said,
}: {
  column: GridColumn | undefined
  item: PopulationItem | undefined
  said: string
}) {
  const place = item === undefined || column === undefined ? '' : `Row ${item.row}, ${column.name}: `
  return (
    <>
      <Text component="div" size="sm" className={classes['whole'] ?? ''} tabIndex={0} role="region" aria-label="Cell">
        <Text span c="dimmed" size="sm">
          {place}
        </Text>
        {item === undefined || column === undefined ? '' : column.textOf(item)}
      </Text>
      <Group gap="md">
        {rowKeyLegend.map(([keys, meaning]) => (
          <Text key={keys} size="xs" c="dimmed">
            <Kbd size="xs">{keys}</Kbd> {meaning}
          </Text>
        ))}
        <Text size="sm" role="status">
          {said}
        </Text>
      </Group>
    </>
  )
}
