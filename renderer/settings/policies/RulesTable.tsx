import { Table } from '@mantine/core'
import type { PolicyRule, PolicyRules } from '../../../shared/sampling/policy.ts'
import { ruleWords } from '../../../shared/sampling/ruleWords.ts'
import { policyFrequencies } from './ruleKinds.ts'

const risks = ['low', 'moderate', 'high'] as const

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

/** A number that is the same for every risk stands under each. */
function SizeCells({ rule }: { rule: PolicyRule }) {
  const isSame = rule.kind === 'fixed' && rule.per === undefined
  if (isSame) return risks.map((risk) => <Table.Td key={risk}>{rule.size}</Table.Td>)
  if (rule.kind === 'rangeByRisk') {
    return risks.map((risk) => <Table.Td key={risk}>{rule[risk]}</Table.Td>)
  }
  return <Table.Td colSpan={3}>{ruleWords(rule)}</Table.Td>
}
