import { Group, Text } from '@mantine/core'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type WorksOnThisProps = { engagementId: string; target: PaperTarget; assignedTo: string | null }

/** Who works on a paper; whoever is signed in takes it on, or gives it back. */
export function WorksOnThis({ engagementId, target, assignedTo }: WorksOnThisProps) {
  const me = useEngineQuery('store.status', {}).data?.practitioner
  const list = useEngineQuery('assignment.list', { engagementId })
  const save = useEngineCommand('assignment.save', { quiet: true })
  const release = useEngineCommand('assignment.release', { quiet: true })
  const own = list.data?.assignments.find((one) => one.target.entity === target.entity && one.target.id === target.id)
  const isMine = own !== undefined && own.practitionerId === me?.practitionerId
  const practitionerId = me?.practitionerId
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{assignedTo === null ? 'Nobody works on this.' : `${assignedTo} works on this.`}</Text>
        {isMine ? (
          <ChangeButton
            size="compact-xs"
            variant="default"
            loading={release.pending}
            onClick={() => void release.run({ engagementId, target }).catch(() => undefined)}
          >
            Give it back
          </ChangeButton>
        ) : (
          <ChangeButton
            size="compact-xs"
            variant="default"
            loading={save.pending}
            disabled={practitionerId === undefined}
            onClick={() => {
              if (practitionerId !== undefined)
                void save.run({ engagementId, target, practitionerId }).catch(() => undefined)
            }}
          >
            Take it on
          </ChangeButton>
        )}
      </Group>
      <ErrorNote error={save.error ?? release.error} />
    </>
  )
}
