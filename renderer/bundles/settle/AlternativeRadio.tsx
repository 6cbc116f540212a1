import { Radio, Text } from '@mantine/core'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { FieldValue } from '../../records/FieldValue.tsx'
import { instantWords } from '../../ui/dates.ts'
import { DifferenceText } from '../../ui/DifferenceText.tsx'

type Alternative = Conflict['alternatives'][number]

/** One of the values that stand against each other: what it says, what its author changed to come there, who and when. */
export function AlternativeRadio({
  field,
  alternative: { value, changes, actor, at, title, counts },
  index,
}: {
  field: string
  alternative: Alternative
  index: number
}) {
  return (
    <Radio
      value={String(index)}
      label={<FieldValue field={field} value={value} />}
      description={
        <>
          {`${index + 1} · ${actor}, ${instantWords(at)} · ${title}`}
          {counts ? ' · the later one: it counts until somebody decides' : ''}
          {changes.length === 0 ? null : (
            <Text span inherit display="block" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {'Changed: '}
              <DifferenceText pieces={changes} />
            </Text>
          )}
        </>
      }
    />
  )
}
