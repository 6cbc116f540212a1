import { Button, Table } from '@mantine/core'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import type { TakePart } from './SplitCalculator.tsx'

type VersionPlan = ResultOf<'sample.plan'>['versions'][number]

/** A control that changed within the period: what the policy proposes for each version, by the rows of its own days. */
export function VersionPlans({ versions, onTake }: { versions: readonly VersionPlan[]; onTake?: TakePart }) {
  if (versions.length < 2) return null
  return (
    <Table fz="sm" captionSide="top" verticalSpacing={2} withTableBorder>
      <Table.Caption ta="left">Versions of the control within the period</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>From</Table.Th>
          <Table.Th>To</Table.Th>
          <Table.Th>Wording</Table.Th>
          <Table.Th>Frequency</Table.Th>
          <Table.Th>Items of the population</Table.Th>
          <Table.Th>Size</Table.Th>
          {onTake === undefined ? null : <Table.Th>Plan</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {versions.map((version) => (
          <Table.Tr key={version.effectiveOn}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{version.start}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{version.end}</Table.Td>
            <Table.Td>{version.description}</Table.Td>
            <Table.Td>{frequencyWords[version.frequency]}</Table.Td>
            <Table.Td>{version.populationSize === null ? 'no dates' : countText(version.populationSize)}</Table.Td>
            <Table.Td>{version.policySize === null ? 'unknown' : countText(version.policySize)}</Table.Td>
            {onTake === undefined ? null : (
              <Table.Td>
                <TakeVersion version={version} onTake={onTake} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function TakeVersion({ version, onTake }: { version: VersionPlan; onTake: TakePart }) {
  const { start, end, policySize, rule } = version
  if (policySize === null || policySize === 0 || rule === null) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => onTake({ kind: 'version', window: { start, end }, size: policySize, reason: rule })}
    >
      {`Draw ${countText(policySize)} from this version`}
    </Button>
  )
}
