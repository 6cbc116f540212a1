import { Anchor } from '@mantine/core'
import { links } from '../../app/links.ts'
import { useRouteParam } from '../../app/params.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { RowsDesk } from './RowsDesk.tsx'

/** The rows of a population, over the whole screen. */
export function RowsScreen() {
  const engagementId = useRouteParam('engagementId')
  const populationId = useRouteParam('populationId')
  const found = useEngineQuery('population.get', { populationId })
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  return (
    <Screen
      title={`Rows of ${found.data.name}`}
      actions={<Anchor href={links.population(engagementId, populationId)}>Checks and conclusion</Anchor>}
    >
      <RowsDesk key={populationId} population={found.data} />
    </Screen>
  )
}
