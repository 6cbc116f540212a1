import { Select } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { frequencyWords } from '../../shared/sampling/frequency.ts'
import { choicesOf, natureWords, typeWords } from './controlWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type WordingField = 'description' | 'frequency' | 'type' | 'nature'

/** The wording of a control from a day on: what it says, how often it runs, of what type and nature it is. */
export function WordingFields({
  label,
  inputProps,
}: {
  label: string
  inputProps: (field: WordingField) => GetInputPropsReturnType
}) {
  return (
    <>
      <ProseInput label={label} minRows={3} {...inputProps('description')} />
      <Select label="Frequency" allowDeselect={false} data={choicesOf(frequencyWords)} {...inputProps('frequency')} />
      <Select label="Type" allowDeselect={false} data={choicesOf(typeWords)} {...inputProps('type')} />
      <Select label="Nature" allowDeselect={false} data={choicesOf(natureWords)} {...inputProps('nature')} />
    </>
  )
}
