import { Stack, Title } from '@mantine/core'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { KeptPaper } from './KeptPaper.tsx'
import { RepeatedRef } from './RepeatedRef.tsx'
import { RepeatedSample } from './RepeatedSample.tsx'
import { UnconfirmedSigner } from './UnconfirmedSigner.tsx'

/** What a person has to settle after copies met, besides fields: each leads to its papers and is settled here. */
export function Settlements({ engagementId }: { engagementId: string }) {
  const { data, error } = useEngineQuery('settlement.list', { engagementId })
  if (data === undefined) return <ErrorNote error={error} />
  if (data.settlements.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label="Other points to settle">
      <Title order={2} size="h4">
        {`To settle (${data.settlements.length})`}
      </Title>
      {data.settlements.map((settlement) => (
        <SettlementCard key={settlement.settlementId} engagementId={engagementId} settlement={settlement} />
      ))}
    </Stack>
  )
}

function SettlementCard(props: { engagementId: string; settlement: Settlement }) {
  switch (props.settlement.kind) {
    case 'repeated_ref':
      return <RepeatedRef {...props} />
    case 'sample_drawn_twice':
      return <RepeatedSample {...props} />
    case 'kept_against_deletion':
      return <KeptPaper {...props} />
    case 'signer_not_confirmed':
      return <UnconfirmedSigner {...props} />
  }
}
