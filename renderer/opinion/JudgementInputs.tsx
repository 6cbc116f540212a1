import { SegmentedControl, Stack, Text } from '@mantine/core'
import type { Judgement, OpinionPart } from '../../shared/contract/opinion.ts'
import { partTitles } from '../../shared/opinion/words.ts'
import { judge, type JudgementKind, kindTitles, weightOf, weightOptions } from './judgements.ts'

type JudgementInputsProps = {
  part: OpinionPart
  judgements: readonly Judgement[]
  onChange: (judgements: Judgement[]) => void
}

const kinds: JudgementKind[] = ['misstatement', 'scope_limitation']

/** What a person judges of the effect on one part: the proposal follows at once, nothing is recorded yet. */
export function JudgementInputs({ part, judgements, onChange }: JudgementInputsProps) {
  return (
    <Stack gap={6}>
      {kinds.map((kind) => (
        <div key={kind}>
          <Text size="xs" fw={500}>
            {kindTitles[kind]}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={`${kindTitles[kind]}, ${partTitles[part]}`}
            data={weightOptions}
            value={weightOf(judgements, part, kind)}
            onChange={(value) => {
              const weight = weightOptions.find((option) => option.value === value)?.value ?? 'open'
              onChange(judge(judgements, part, kind, weight))
            }}
          />
        </div>
      ))}
    </Stack>
  )
}
