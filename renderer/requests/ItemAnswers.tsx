import { Anchor, Text } from '@mantine/core'
import type { SampleItem } from '../../shared/contract/sample.ts'
import { links } from '../app/links.ts'
import { useEngineQuery } from '../engine/hooks.ts'

/** What the client said to one item of a sample, in one line for each request. */
export function ItemAnswers({
  engagementId,
  sampleId,
  item,
}: {
  engagementId: string
  sampleId: string
  item: SampleItem | undefined
}) {
  const said = useEngineQuery('request.answersOfSample', { sampleId })
  const answers = said.data?.answers ?? []
  if (answers.length === 0 || item === undefined) return null
  const its = answers.filter(({ sampleItemId }) => sampleItemId === item.sampleItemId)
  return (
    <div role="group" aria-label="What the client said">
      {its.length === 0 ? (
        <Text size="sm" c="dimmed">{`No answer of the client to ${item.itemId}`}</Text>
      ) : (
        its.map(({ requestId, ref, answer, reference, providedOn, note }) => (
          <Text key={requestId} size="sm" lineClamp={2}>
            {`${item.itemId}, client in `}
            <Anchor size="sm" href={links.request(engagementId, requestId)}>
              {ref}
            </Anchor>
            {`: ${[answer, reference, providedOn ?? '', note].filter((text) => text !== '').join(' · ')}`}
          </Text>
        ))
      )}
    </div>
  )
}
