import { Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { OrganisationCard } from './OrganisationCard.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'

/** Who operates parts of the system for the client, and what their reports say about our period. */
export function SubserviceOrganisations({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('subservice.list', { engagementId })
  const [isAdding, adding] = useDisclosure(false)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { organisations } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={adding.open}>Add an organisation</ChangeButton>
        <ListActions
          name="Subservice organisations"
          selection={{ list: 'subservice', engagementId }}
          disabled={organisations.length === 0}
        />
      </Group>
      {organisations.length === 0 ? (
        <EmptyState
          title="No subservice organisation"
          text="Write down who operates a part of the system, such as its hosting, and whether the report carves it out."
        />
      ) : null}
      {organisations.map((organisation) => (
        <OrganisationCard key={organisation.organisationId} engagementId={engagementId} organisation={organisation} />
      ))}
      {isAdding ? <OrganisationForm engagementId={engagementId} organisation={null} onClose={adding.close} /> : null}
    </Stack>
  )
}
