import { Table } from '@mantine/core'
import type { Evaluation } from '../../../shared/contract/evaluation.ts'
import { limitTextOf, nextText, rateText } from './figureWords.ts'

/** One line of figures: of all attributes, of one, or of a part of the period. */
export type FiguresLine = Pick<
  Evaluation,
  | 'drawn'
  | 'examined'
  | 'notApplicable'
  | 'deviations'
  | 'rate'
  | 'upperLimit'
  | 'deviatingItems'
  | 'upperLimitIfNextFails'
  | 'supported'
  | 'noLimitBecause'
> & { key: string; name: string }

const supportWords = { yes: '✓ yes', no: '✗ no' } as const

/** Figures side by side; a line without a limit says why in its tooltip and in the sentence below. */
export function FiguresTable({ of, lines }: { of: string; lines: readonly FiguresLine[] }) {
  return (
    <Table fz="sm" verticalSpacing={2} withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{of}</Table.Th>
          <Table.Th>Examined</Table.Th>
          <Table.Th>Not applicable</Table.Th>
          <Table.Th>Deviations</Table.Th>
          <Table.Th>Rate</Table.Th>
          <Table.Th>Upper limit</Table.Th>
          <Table.Th>If the next one fails</Table.Th>
          <Table.Th>Tolerable rate supported</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.key} title={line.noLimitBecause ?? ''}>
            <Table.Th scope="row" fw={400}>
              {line.name}
            </Table.Th>
            <Table.Td>{`${line.examined} of ${line.drawn}`}</Table.Td>
            <Table.Td>{line.notApplicable}</Table.Td>
            <Table.Td>{line.deviations}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{rateText(line)}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{limitTextOf(line)}</Table.Td>
            <Table.Td>{nextText(line)}</Table.Td>
            <Table.Td>{line.supported === null ? '–' : line.supported ? supportWords.yes : supportWords.no}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
