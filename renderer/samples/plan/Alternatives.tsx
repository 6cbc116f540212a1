import { Button, Table } from '@mantine/core'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countOf, countText, fractionText } from '../../../shared/sampling/figureText.ts'
import type { PlanChoice } from './planChoice.ts'

type Alternative = ResultOf<'sample.plan'>['alternatives'][number]

/** Sizes by statistics around the plan; the one that is clicked becomes the plan. */
export function Alternatives({
  alternatives,
  value,
  onTake,
}: {
  alternatives: readonly Alternative[]
  value: PlanChoice
  onTake: (changed: Partial<PlanChoice>) => void
}) {
  const rows = Map.groupBy(alternatives, ({ confidence, tolerableRate }) => `${confidence} ${tolerableRate}`)
  const counts = [...new Set(alternatives.map(({ expectedDeviations }) => expectedDeviations))]
  return (
    <Table fz="xs" captionSide="top" verticalSpacing={2} withTableBorder>
      <Table.Caption ta="left">Sizes by statistics: choose one to plan with it</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Confidence</Table.Th>
          <Table.Th>Tolerable</Table.Th>
          {counts.map((count) => (
            <Table.Th key={count}>{count === 0 ? 'no deviation' : `up to ${countText(count)}`}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...rows].map(([key, row]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {fractionText(row[0]?.confidence ?? 0)}
            </Table.Th>
            <Table.Td>{fractionText(row[0]?.tolerableRate ?? 0)}</Table.Td>
            {row.map((alternative) => (
              <Table.Td key={alternative.expectedDeviations}>
                <Take alternative={alternative} value={value} onTake={onTake} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Take({
  alternative: { confidence, tolerableRate, expectedDeviations, sampleSize },
  value,
  onTake,
}: {
  alternative: Alternative
  value: PlanChoice
  onTake: (changed: Partial<PlanChoice>) => void
}) {
  if (sampleSize === null) return 'none'
  const isTaken =
    value.basis === 'statistics' &&
    value.confidence === confidence &&
    value.tolerableRate === tolerableRate &&
    (value.expectedDeviations ?? 0) === expectedDeviations &&
    value.expectedRate === null
  return (
    <Button
      size="compact-sm"
      variant={isTaken ? 'filled' : 'default'}
      aria-pressed={isTaken}
      aria-label={`${sampleSize} for ${fractionText(confidence)} confidence, ${fractionText(tolerableRate)} tolerable, ${countOf(expectedDeviations, 'deviation')}`}
      onClick={() =>
        onTake({
          basis: 'statistics',
          confidence,
          tolerableRate,
          expectedRate: null,
          expectedDeviations,
          size: null,
        })
      }
    >
      {countText(sampleSize)}
    </Button>
  )
}
