import { Select, Textarea, TextInput } from '@mantine/core'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { ProseInput } from '../../records/ProseInput.tsx'
import { typedValue } from './conflictValue.ts'

type ThirdValueProps = { conflict: Conflict; typed: string; onTyped: (typed: string) => void }

/** A value of one's own, in the form of its field. */
export function ThirdValue({ conflict, typed, onTyped }: ThirdValueProps) {
  const label = 'Another value'
  const { kind } = conflict
  if (kind === 'text') return <ProseInput aria-label={label} autosize minRows={2} value={typed} onChange={onTyped} />
  if (kind === 'boolean') {
    return (
      <Select
        aria-label={label}
        maw={200}
        data={['yes', 'no']}
        value={typed === '' ? null : typed}
        onChange={(value) => onTyped(value ?? '')}
      />
    )
  }
  const error = typed === '' || typedValue(conflict, typed) !== undefined ? null : wrong[kind]
  if (kind === 'integer') {
    return (
      <TextInput
        aria-label={label}
        inputMode="numeric"
        maw={200}
        error={error}
        value={typed}
        onChange={(event) => onTyped(event.currentTarget.value)}
      />
    )
  }
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={2}
      ff="monospace"
      error={error}
      value={typed}
      onChange={(event) => onTyped(event.currentTarget.value)}
    />
  )
}

const wrong = { integer: 'Give a whole number.', json: 'This is not JSON.' } as const
