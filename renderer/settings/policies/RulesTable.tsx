import { Table } from '@mantine/core'
import type { PolicyRule, PolicyRules } from '../../../shared/sampling/policy.ts'
import { ruleWords } from '../../../shared/sampling/ruleWords.ts'
import { policyFrequencies } from './ruleKinds.ts'

/** The sizes of a policy by frequency and risk, to read. */
export function RulesTable({ rules }: { rules: PolicyRules }) {
  return (
    <Table withTableBorder verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>The control runs</Table.Th>
          <Table.Th>Low risk</Table.Th>
          <Table.Th>Moderate risk</Table.Th>
          <Table.Th>High risk</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {policyFrequencies.map(({ value, label }) => (
          <Table.Tr key={value}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <SizeCells rule={rules[value]} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function SizeCells({ rule }: { rule: PolicyRule }) {
  if (rule.kind === 'rangeByRisk') {
    return (['low', 'moderate', 'high'] as const).map((risk) => <Table.Td key={risk}>{rule[risk]}</Table.Td>)
  }
  return <Table.Td colSpan={3}>{ruleWords(rule)}</Table.Td>
}
