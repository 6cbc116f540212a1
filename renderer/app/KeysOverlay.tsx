import { Kbd, Modal, Table } from '@mantine/core'
import { sections } from './sections.ts'

const everywhere = [
  ['Ctrl+K', 'Find a screen, control or command'],
  ['?', 'These keys'],
  ['Ctrl+Enter', 'Finish a form'],
  ['Esc', 'Close'],
] as const

const onTestSheet = [
  ['p', 'Pass'],
  ['x', 'Deviation'],
  ['n', 'Not applicable'],
  ['Del', 'Clear'],
  ['Space', 'Next untested cell'],
  ['Enter', 'Note on the cell'],
  ['Shift+arrows', 'Choose a range'],
  ['Ctrl+D', 'Fill down'],
  ['Ctrl+V', 'Paste from a spreadsheet'],
  ['Ctrl+Z', 'Undo'],
] as const

/** All keys, to read. */
export function KeysOverlay({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="lg">
      <KeyTable caption="Everywhere" rows={everywhere} />
      <KeyTable caption="In an engagement" rows={sections.map(({ keys, label }) => [keys, label] as const)} />
      <KeyTable caption="On a test sheet" rows={onTestSheet} />
    </Modal>
  )
}

function KeyTable({ caption, rows }: { caption: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <Table captionSide="top" withRowBorders={false}>
      <Table.Caption ta="left">{caption}</Table.Caption>
      <Table.Tbody>
        {rows.map(([keys, meaning]) => (
          <Table.Tr key={keys}>
            <Table.Td w={140}>
              <Kbd>{keys}</Kbd>
            </Table.Td>
            <Table.Td>{meaning}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
