import { Anchor, Group, Text } from '@mantine/core'
import { type RecordKey, recordName } from '../../shared/record/record.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { kindWords } from './kindWords.ts'
import { recordLink } from './recordLink.ts'

/** The records whose texts point at a paper; nothing where there are none. */
export function ReferredTo({ record }: { record: RecordKey }) {
  const engagementId = useRouteParam('engagementId')
  const { data } = useEngineQuery('reference.list', { engagementId, record })
  if (data === undefined || data.referredToBy.length === 0) return null
  const { referredToBy, moreReferrers } = data
  return (
    <Group gap="xs" role="group" aria-label="Referred to by">
      <Text size="sm">Referred to by</Text>
      {referredToBy.map((from) => (
        <Anchor
          key={recordName(from)}
          size="sm"
          href={recordLink(engagementId, from)}
          title={`${kindWords[from.kind]}: ${from.title}`}
        >
          {from.ref}
        </Anchor>
      ))}
      {moreReferrers === 0 ? null : <Text size="sm">{`and ${moreReferrers} more`}</Text>}
    </Group>
  )
}
