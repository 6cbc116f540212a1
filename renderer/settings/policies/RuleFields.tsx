import { Group, NumberInput, Select, Text } from '@mantine/core'
import type { OccurrenceBand } from '../../../shared/sampling/policy.ts'
import { PercentInput } from '../../ui/PercentInput.tsx'
import { policyFrequencies } from './ruleKinds.ts'

type Rule = OccurrenceBand['rule']
type FieldsProps<R extends Rule> = { label: string; rule: R; onChange: (rule: Rule) => void }

/** The figures of a rule that gives a size by itself, or the frequency that it refers to. */
export function RuleFields({ label, rule, onChange }: FieldsProps<Rule>) {
  switch (rule.kind) {
    case 'fixed':
      return (
        <Group gap="xs">
          <SizeInput label={`${label}, size`} value={rule.size} onChange={(size) => onChange({ ...rule, size })} />
          {rule.per === undefined ? null : <Text size="sm">{`per ${rule.per}`}</Text>}
        </Group>
      )
    case 'rangeByRisk':
      return (
        <Group gap="xs">
          {(['low', 'moderate', 'high'] as const).map((risk) => (
            <Group key={risk} gap={4} wrap="nowrap">
              <Text size="xs" aria-hidden>
                {risk}
              </Text>
              <SizeInput
                label={`${label}, ${risk} risk`}
                value={rule[risk]}
                onChange={(size) => onChange({ ...rule, [risk]: size })}
              />
            </Group>
          ))}
        </Group>
      )
    case 'percent':
      return <PercentFields label={label} rule={rule} onChange={onChange} />
    case 'statistical':
      return <StatisticalFields label={label} rule={rule} onChange={onChange} />
    case 'sameAs':
      return (
        <Select
          size="xs"
          w={180}
          aria-label={`${label}, as`}
          allowDeselect={false}
          data={policyFrequencies}
          value={rule.frequency}
          onChange={(frequency) => onChange({ ...rule, frequency: frequency ?? rule.frequency })}
        />
      )
    case 'all':
      return <Text size="sm">Every item of the population</Text>
  }
}

/** An empty field is 0, which no rule takes: the auditor is told where. */
export function SizeInput({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (size: number) => void
}) {
  return (
    <NumberInput
      size="xs"
      w={72}
      aria-label={label}
      min={1}
      max={1_000_000}
      allowDecimal={false}
      value={value === 0 ? '' : value}
      onChange={(size) => onChange(typeof size === 'number' ? size : 0)}
    />
  )
}

function PercentFields({ label, rule, onChange }: FieldsProps<Rule & { kind: 'percent' }>) {
  return (
    <Group gap="xs">
      <PercentInput
        size="xs"
        w={80}
        aria-label={`${label}, percentage`}
        value={Number(rule.rate)}
        onChange={(rate) => onChange({ ...rule, rate })}
      />
      <Text size="xs">at least</Text>
      <SizeInput
        label={`${label}, at least`}
        value={rule.minimum}
        onChange={(minimum) => onChange({ ...rule, minimum })}
      />
      <Text size="xs">at most</Text>
      <SizeInput
        label={`${label}, at most`}
        value={rule.maximum}
        onChange={(maximum) => onChange({ ...rule, maximum })}
      />
    </Group>
  )
}

function StatisticalFields({ label, rule, onChange }: FieldsProps<Rule & { kind: 'statistical' }>) {
  const fields = [
    ['confidence', 'confidence'],
    ['tolerableRate', 'tolerable'],
    ['expectedRate', 'expected'],
  ] as const
  return (
    <Group gap="xs">
      {fields.map(([field, words]) => (
        <Group key={field} gap={4} wrap="nowrap">
          <Text size="xs" aria-hidden>
            {words}
          </Text>
          <PercentInput
            size="xs"
            w={80}
            aria-label={`${label}, ${words}`}
            value={Number(rule[field] ?? 0)}
            onChange={(fraction) => onChange({ ...rule, [field]: fraction })}
          />
        </Group>
      ))}
    </Group>
  )
}
