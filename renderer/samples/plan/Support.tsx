import { Stack, Table, Text } from '@mantine/core'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countText, fractionText } from '../../../shared/sampling/figureText.ts'
import { upperLimitWords } from '../../ui/rates.ts'

/** What the size supports if the sample shows no, one or two deviations; or why there are no such figures. */
export function Support({
  support: { size, limits, noLimitBecause },
  tolerableRate,
  confidence,
}: {
  support: ResultOf<'sample.plan'>['supports']
  tolerableRate: number
  confidence: number
}) {
  const title = `What ${countText(size)} ${size === 1 ? 'item shows' : 'items show'} at ${fractionText(confidence)} confidence`
  if (noLimitBecause !== null) {
    return (
      <Stack gap={4}>
        <Text fz="xs">{title}</Text>
        <Text size="sm">{noLimitBecause}</Text>
      </Stack>
    )
  }
  return (
    <Table fz="xs" captionSide="top" verticalSpacing={2} withTableBorder>
      <Table.Caption ta="left">{title}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Deviations</Table.Th>
          <Table.Th>Upper limit</Table.Th>
          <Table.Th>Of the population</Table.Th>
          <Table.Th>{`Tolerable ${fractionText(tolerableRate)}`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {limits.map(({ deviations, upperLimit, deviatingItems, supported }) => (
          <Table.Tr key={deviations}>
            <Table.Th scope="row" fw={400}>
              {deviations}
            </Table.Th>
            <Table.Td>{upperLimitWords(upperLimit)}</Table.Td>
            <Table.Td>{`at most ${countText(deviatingItems)}`}</Table.Td>
            <Table.Td>{supported ? '✓ supported' : '✗ not supported'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
