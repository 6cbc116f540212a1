import { Group } from '@mantine/core'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { SettlementFrame } from './SettlementFrame.tsx'

/** A paper that one person deleted and another changed: it stays until somebody decides. */
export function KeptPaper({ engagementId, settlement }: { engagementId: string; settlement: Settlement }) {
  const decide = useEngineCommand('settlement.keepDeleted', { quiet: true })
  const { entity, papers } = settlement
  const [paper] = papers
  if (paper === undefined) return null
  const run = (isDeleted: boolean) =>
    void decide.run({ engagementId, entity, id: paper.id, delete: isDeleted }).catch(() => undefined)
  return (
    <SettlementFrame engagementId={engagementId} settlement={settlement}>
      <ErrorNote error={decide.error} />
      <Group gap="xs">
        <ChangeButton
          size="xs"
          loading={decide.pending}
          onClick={() => run(false)}
          aria-label={`Keep it: ${paper.paper}`}
        >
          Keep it
        </ChangeButton>
        <ChangeButton
          size="xs"
          variant="default"
          loading={decide.pending}
          onClick={() => run(true)}
          aria-label={`Delete it after all: ${paper.paper}`}
        >
          Delete it after all
        </ChangeButton>
      </Group>
    </SettlementFrame>
  )
}
