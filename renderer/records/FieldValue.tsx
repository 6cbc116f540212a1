import { Text } from '@mantine/core'
import { namesPerson, recordWords } from '../../shared/record/fieldWords.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ProseText } from './ProseText.tsx'

/** What a field of a row holds, as people write it: its lines, people by name, and links in the place of references. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  return (
    <Text span inherit style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {namesPerson(field) && typeof value === 'string' ? (
        <PersonName of={value} />
      ) : (
        <ProseText text={recordWords(field, value)} />
      )}
    </Text>
  )
}

/** Whoever wrote to the journal is stored by id; somebody of the client, as the name that was typed. */
function PersonName({ of }: { of: string }) {
  const engagementId = useRouteParam('engagementId')
  const { data } = useEngineQuery('journal.facets', { engagementId })
  return data?.people.find(({ actorId }) => actorId === of)?.actor ?? of
}
