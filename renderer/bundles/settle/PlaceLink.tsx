import { Anchor } from '@mantine/core'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { recordLink } from '../../records/recordLink.ts'

/** The name of a paper, which leads to it where a screen shows it. */
export function PlaceLink({
  engagementId,
  paper,
  place,
}: {
  engagementId: string
  paper: string
  place: Conflict['place']
}) {
  if (place === null) return paper
  return (
    <Anchor inherit href={recordLink(engagementId, place)}>
      {paper}
    </Anchor>
  )
}
