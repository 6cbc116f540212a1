import { Kbd, SimpleGrid, Stack, Table } from '@mantine/core'
import { sheetKeyLegend } from '../sheet/sheetKeys.ts'
import { useShownKeys } from '../ui/useKeys.ts'

type Row = readonly [keys: string, meaning: string]

const everywhere: readonly Row[] = [
  ['F1', 'This help'],
  ['Ctrl+K', 'Find a screen, engagement, control or command'],
  ['Ctrl+Enter', 'Finish a form'],
  ['Ctrl+Z', 'Take back my last change, outside of fields'],
  ['Ctrl+Y', 'Do again what I took back'],
  ['@', 'In a text: point at a control, an item, evidence, a deviation …'],
  ['Esc', 'Close'],
]

/** The keys that work on the screen behind the help, and everywhere. */
export function KeyTables({ onSheet }: { onSheet: boolean }) {
  const shown = useShownKeys().map(({ keys, label }) => [keys, label] as const)
  return (
    <SimpleGrid cols={2} spacing="xl">
      <Stack gap="md">
        {onSheet ? <KeyTable caption="In the cells of the test sheet" rows={sheetKeyLegend} /> : null}
        <KeyTable caption="On this screen" rows={shown.filter((row) => !leadsAway(row))} />
        <KeyTable caption="Everywhere" rows={everywhere} />
      </Stack>
      <Stack gap="md">
        <KeyTable caption="To another screen" rows={shown.filter(leadsAway)} />
      </Stack>
    </SimpleGrid>
  )
}

/** After `g` comes the letter of a screen. */
const leadsAway = ([keys]: Row) => keys.startsWith('g ')

function KeyTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <Table captionSide="top" withRowBorders={false} verticalSpacing={2}>
      <Table.Caption ta="left">{caption}</Table.Caption>
      <Table.Tbody>
        {rows.map(([keys, meaning]) => (
          <Table.Tr key={`${keys} ${meaning}`}>
            <Table.Td w={120}>
              <Kbd>{keys}</Kbd>
            </Table.Td>
            <Table.Td>{meaning}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
