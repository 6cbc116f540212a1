import { Button } from '@mantine/core'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { SettlementFrame } from './SettlementFrame.tsx'

/** A key whose bundles were taken at first contact: somebody compares its words with its owner. */
export function UnconfirmedSigner({ engagementId, settlement }: { engagementId: string; settlement: Settlement }) {
  const believe = useEngineCommand('signer.add', { quiet: true })
  const [bundle] = settlement.papers
  if (bundle === undefined) return null
  const name = bundle.by ?? ''
  return (
    <SettlementFrame engagementId={engagementId} settlement={settlement}>
      <ErrorNote error={believe.error} />
      <Button
        size="xs"
        maw={360}
        loading={believe.pending}
        onClick={() => void believe.run({ principal: name, publicKey: bundle.id }).catch(() => undefined)}
      >
        {`The words are the same: believe the key of ${name}`}
      </Button>
    </SettlementFrame>
  )
}
