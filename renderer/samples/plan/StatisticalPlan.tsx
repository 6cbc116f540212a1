import { Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import type { PlanChoice } from './planChoice.ts'
import { PercentInput } from '../../ui/PercentInput.tsx'

const confidences = ['0.8', '0.85', '0.9', '0.95', '0.975', '0.99']

/** The statistical plan: what the sample shall show with which confidence, and what is expected to deviate. */
export function StatisticalPlan({
  value,
  onChange,
}: {
  value: PlanChoice
  onChange: (changed: Partial<PlanChoice>) => void
}) {
  const expects = value.expectedDeviations === null ? 'rate' : 'number'
  return (
    <Group grow align="end">
      <Select
        label="Confidence"
        allowDeselect={false}
        data={confidences.map((each) => ({ value: each, label: `${Number(each) * 100} %` }))}
        value={String(value.confidence)}
        onChange={(confidence) => onChange({ confidence: Number(confidence ?? 0.9), size: null })}
      />
      <PercentInput
        label="Tolerable rate"
        value={value.tolerableRate}
        onChange={(tolerableRate) => onChange({ tolerableRate, size: null })}
      />
      <Stack gap={2}>
        <Group gap="xs" justify="space-between">
          <Text size="sm" fw={600} aria-hidden>
            Expected
          </Text>
          <SegmentedControl
            size="xs"
            aria-label="Expected as"
            value={expects}
            onChange={(kind) =>
              onChange({
                size: null,
                expectedRate: null,
                expectedDeviations: kind === 'number' ? 0 : null,
              })
            }
            data={[
              { value: 'rate', label: 'rate' },
              { value: 'number', label: 'number' },
            ]}
          />
        </Group>
        <Expected value={value} onChange={onChange} />
      </Stack>
    </Group>
  )
}

function Expected({ value, onChange }: { value: PlanChoice; onChange: (changed: Partial<PlanChoice>) => void }) {
  const { expectedDeviations, expectedRate } = value
  if (expectedDeviations === null) {
    return (
      <PercentInput
        aria-label="Expected rate"
        value={expectedRate ?? 0}
        onChange={(rate) => onChange({ expectedRate: rate === 0 ? null : rate, size: null })}
      />
    )
  }
  return (
    <NumberInput
      aria-label="Expected deviations"
      min={0}
      max={5000}
      allowDecimal={false}
      value={expectedDeviations}
      onChange={(count) => onChange({ expectedDeviations: typeof count === 'number' ? count : 0, size: null })}
    />
  )
}
