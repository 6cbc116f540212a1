import { Group, Select } from '@mantine/core'
import type { ProposedPart } from '../../shared/contract/opinion.ts'
import { needsReasoning } from '../../shared/opinion/decision.ts'
import { partTitles } from '../../shared/opinion/words.ts'
import { type DecisionValues, lacksReasoning } from './decisions.ts'
import { formOptions, formTitles } from './opinionWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type DecisionInputsProps = {
  proposed: ProposedPart
  value: DecisionValues
  /** Whether saving was tried, so that what is missing is said. */
  wasTried: boolean
  onChange: (value: DecisionValues) => void
}

/** What the practitioner decides on one part, with the reasoning where it departs from the proposal. */
export function DecisionInputs({ proposed: { part, proposal }, value, wasTried, onChange }: DecisionInputsProps) {
  const departs = value.form !== null && needsReasoning({ form: value.form, proposal })
  return (
    <Group align="flex-start" wrap="nowrap">
      <Select
        label="Decision"
        aria-label={`Decision on ${partTitles[part]}`}
        placeholder="Not decided"
        clearable
        w={180}
        data={formOptions}
        value={value.form}
        onChange={(form) => onChange({ form, reasoning: value.reasoning })}
      />
      <ProseInput
        label="Reasoning"
        withLinks
        aria-label={`Reasoning on ${partTitles[part]}`}
        description={
          departs ? `Departs from the proposal (${formTitles[proposal].toLowerCase()}): say why.` : undefined
        }
        withAsterisk={departs}
        minRows={1}
        maxRows={8}
        flex={1}
        value={value.reasoning}
        error={wasTried && lacksReasoning(value, proposal) ? 'The reasoning is needed.' : null}
        onChange={(reasoning) => onChange({ form: value.form, reasoning })}
      />
    </Group>
  )
}
