import { Select, TextInput } from '@mantine/core'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import type { RichText } from '../../../shared/contract/richText.ts'
import { isProse } from '../../../shared/record/prose.ts'
import { ProseInput } from '../../records/ProseInput.tsx'
import { RichProseField } from '../../records/RichProseField.tsx'
import { RichTextField } from '../../ui/richText/RichTextField.tsx'
import { thirdForm, typedValue } from './conflictValue.ts'
import { GrowingText } from '../../ui/GrowingText.tsx'

type ThirdValueProps = { conflict: Conflict; typed: string; onTyped: (typed: string) => void }

const label = 'Another value'

/** A value of one's own, in the form of its field. */
export function ThirdValue({ conflict, typed, onTyped }: ThirdValueProps) {
  const form = thirdForm(conflict)
  switch (form) {
    case 'text':
      return <ProseInput aria-label={label} minRows={2} value={typed} onChange={onTyped} />
    case 'boolean':
      return (
        <Select
          aria-label={label}
          maw={200}
          data={['yes', 'no']}
          value={typed === '' ? null : typed}
          onChange={(value) => onTyped(value ?? '')}
        />
      )
    case 'integer':
      return (
        <TextInput
          aria-label={label}
          inputMode="numeric"
          maw={200}
          error={
            typed === '' || typedValue(form, conflict.optional, typed) !== undefined ? null : 'Give a whole number.'
          }
          value={typed}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
      )
    case 'lines':
      return (
        <GrowingText
          aria-label={label}
          description="One on each line."
          minRows={2}
          value={typed}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
      )
    case 'rich': {
      const Field = isProse(conflict.entity, conflict.field) ? RichProseField : RichTextField
      return (
        <Field
          label={label}
          value={JSON.parse(typed) as RichText}
          onChange={(value) => onTyped(JSON.stringify(value))}
        />
      )
    }
    case 'paper':
      return null
  }
}
