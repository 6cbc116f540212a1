import { Select, Table, Text } from '@mantine/core'
import type { PolicyRule } from '../../../shared/sampling/policy.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { BandFields } from './BandFields.tsx'
import { RuleFields } from './RuleFields.tsx'
import { ruleKindWords, ruleOfKind } from './ruleKinds.ts'

/**
 * The rule of one frequency: its kind, and its figures.
 * @param problem what the engine refused it for
 */
export function RuleRow({
  label,
  rule,
  problem,
  onChange,
}: {
  label: string
  rule: PolicyRule
  problem: string | null
  onChange: (rule: PolicyRule) => void
}) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} w={150} style={{ verticalAlign: 'top' }}>
        {label}
      </Table.Th>
      <Table.Td w={190} style={{ verticalAlign: 'top' }}>
        <Select
          size="xs"
          aria-label={`Rule for ${label}`}
          allowDeselect={false}
          data={choicesOf(ruleKindWords)}
          value={rule.kind}
          onChange={(kind) => kind !== null && onChange(ruleOfKind(kind, rule))}
        />
      </Table.Td>
      <Table.Td>
        {rule.kind === 'byOccurrences' ? (
          <BandFields label={label} rule={rule} onChange={onChange} />
        ) : (
          <RuleFields label={label} rule={rule} onChange={onChange} />
        )}
        {problem === null ? null : (
          <Text size="sm" c="var(--mantine-color-error)">
            {`✗ ${problem}`}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
