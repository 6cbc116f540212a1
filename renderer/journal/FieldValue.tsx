import { Text } from '@mantine/core'
import { recordWords } from '../../shared/record/fieldWords.ts'
import { ProseText } from '../records/ProseText.tsx'

/** A value that a field held: its lines as they were written, with links in the place of references. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  return (
    <Text component="div" inherit style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      <ProseText text={recordWords(field, value)} />
    </Text>
  )
}
