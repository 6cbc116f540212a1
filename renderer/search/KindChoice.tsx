import { Button, Group } from '@mantine/core'
import type { ResultOf } from '../../shared/contract/index.ts'
import { kindNames } from '../../shared/search/searchKinds.ts'
import { kindTitle } from './hitWords.ts'

type KindChoiceProps = { kinds: ResultOf<'search.query'>['kinds']; onChoose: (kind: string) => void }

const nameOf = new Map(Object.entries(kindNames).map(([name, entity]) => [entity, name]))

/** How many of each kind were found; one of them narrows the search to it. */
export function KindChoice({ kinds, onChoose }: KindChoiceProps) {
  if (kinds.length < 2) return null
  return (
    <Group gap={4} role="group" aria-label="Narrow to a kind">
      {kinds.map(({ entity, count }) => (
        <Button
          key={entity}
          size="compact-xs"
          variant="default"
          onClick={() => onChoose(nameOf.get(entity) ?? entity)}
        >{`${kindTitle(entity)} ${count}`}</Button>
      ))}
    </Group>
  )
}
