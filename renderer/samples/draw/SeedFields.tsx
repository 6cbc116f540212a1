import { Group, Input, SegmentedControl, Text, TextInput } from '@mantine/core'
import type { DrawChoice } from './drawParams.ts'

const origins = [
  { value: 'generated', label: "System's random source" },
  { value: 'rolled', label: 'Rolled by the auditor' },
  { value: 'client', label: 'Supplied by the client' },
] as const

/** Where the seed of a draw comes from; whoever rolled or supplied it types it in. */
export function SeedFields({
  choice: { seed, seedOrigin },
  onChange,
}: {
  choice: DrawChoice
  onChange: (changed: Partial<DrawChoice>) => void
}) {
  return (
    <Group align="start">
      <Input.Wrapper label="Where the seed comes from" labelElement="div">
        <SegmentedControl
          display="flex"
          aria-label="Where the seed comes from"
          data={[...origins]}
          value={seedOrigin}
          onChange={(value) =>
            onChange({ seedOrigin: origins.find((origin) => origin.value === value)?.value ?? 'generated' })
          }
        />
      </Input.Wrapper>
      {seedOrigin === 'generated' ? (
        <Text size="sm" mt={28}>
          20 digits, made when you draw.
        </Text>
      ) : (
        <TextInput
          label="Seed"
          description="As many digits as can be, 20 are usual"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={seed}
          onChange={(event) => onChange({ seed: event.currentTarget.value })}
        />
      )}
    </Group>
  )
}
