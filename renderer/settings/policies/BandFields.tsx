import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { OccurrenceBand, OccurrenceRule } from '../../../shared/sampling/policy.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { RuleFields, SizeInput } from './RuleFields.tsx'
import { bandKindWords, bandRuleOfKind } from './ruleKinds.ts'

/** The bands of a rule by occurrences: fewer than so many, fewer than more, and all above. */
export function BandFields({
  label,
  rule,
  onChange,
}: {
  label: string
  rule: OccurrenceRule
  onChange: (rule: OccurrenceRule) => void
}) {
  const { bands } = rule
  const change = (place: number, band: OccurrenceBand) => onChange({ ...rule, bands: bands.with(place, band) })
  return (
    <Stack gap={6}>
      {bands.map((band, place) => (
        <Band
          key={`band ${place + 1}`}
          label={`${label}, band ${place + 1}`}
          band={band}
          onChange={(changed) => change(place, changed)}
          onRemove={place === bands.length - 1 ? null : () => onChange({ ...rule, bands: bands.toSpliced(place, 1) })}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'start' }}
        disabled={bands.length >= 20}
        onClick={() => onChange({ ...rule, bands: bands.toSpliced(bands.length - 1, 0, bandAfter(bands)) })}
      >
        {`Add a band to ${label}`}
      </Button>
    </Stack>
  )
}

/** A new band ends at twice the bound of the one before it, so that the bounds ascend. */
function bandAfter(bands: readonly OccurrenceBand[]): OccurrenceBand {
  return { below: (bands.at(-2)?.below ?? 5) * 2, rule: { kind: 'fixed', size: 5 } }
}

function Band({
  label,
  band: { below, rule },
  onChange,
  onRemove,
}: {
  label: string
  band: OccurrenceBand
  onChange: (band: OccurrenceBand) => void
  onRemove: (() => void) | null
}) {
  const bound = below === undefined ? {} : { below }
  return (
    <Group gap="xs">
      <Text size="xs" w={64}>
        {below === undefined ? 'otherwise' : 'fewer than'}
      </Text>
      {below === undefined ? null : (
        <SizeInput label={`${label}, fewer than`} value={below} onChange={(size) => onChange({ below: size, rule })} />
      )}
      <Select
        size="xs"
        w={170}
        aria-label={`${label}, rule`}
        allowDeselect={false}
        data={choicesOf(bandKindWords)}
        value={rule.kind}
        onChange={(kind) =>
          kind !== null && kind !== rule.kind && onChange({ ...bound, rule: bandRuleOfKind(kind, 5) })
        }
      />
      <RuleFields label={label} rule={rule} onChange={(changed) => onChange({ ...bound, rule: changed })} />
      {onRemove === null ? null : (
        <ActionIcon size="md" variant="default" aria-label={`Remove ${label}`} onClick={onRemove}>
          <IconTrash size={14} />
        </ActionIcon>
      )}
    </Group>
  )
}
