import { Select, Table } from '@mantine/core'
import type { PolicyRule } from '../../../shared/sampling/policy.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { BandFields } from './BandFields.tsx'
import { RuleFields } from './RuleFields.tsx'
import { ruleKindWords, ruleOfKind } from './ruleKinds.ts'

/** The rule of one frequency: its kind, and its figures. */
export function RuleRow({
  label,
  rule,
  onChange,
}: {
  label: string
  rule: PolicyRule
  onChange: (rule: PolicyRule) => void
}) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} w={150}>
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
      </Table.Td>
    </Table.Tr>
  )
}
