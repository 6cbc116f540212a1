import { Anchor, Group, Text } from '@mantine/core'
import { type RecordKey, recordName } from '../../shared/record/record.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { kindWords } from './kindWords.ts'
import { recordLink } from './recordLink.ts'

/** Where the references of a paper's texts lead, for texts that are read where they are written: nothing where there are none. */
export function RefersTo({ record }: { record: RecordKey }) {
  const engagementId = useRouteParam('engagementId')
  const { data } = useEngineQuery('reference.list', { engagementId, record })
  const present = (data?.refersTo ?? []).filter(({ state }) => state === 'present')
  if (present.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label="Refers to">
      <Text size="sm">Refers to</Text>
      {present.map((to) => (
        <Anchor
          key={recordName(to)}
          size="sm"
          href={recordLink(engagementId, to)}
          title={`${kindWords[to.kind]}: ${to.title}`}
        >
          {to.ref}
        </Anchor>
      ))}
    </Group>
  )
}
