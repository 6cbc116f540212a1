import { useState } from 'react'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { SettlementFrame } from './SettlementFrame.tsx'

/** A sample that two people drew: both stay, and somebody says why there is a second one. */
export function RepeatedSample({ engagementId, settlement }: { engagementId: string; settlement: Settlement }) {
  const explain = useEngineCommand('settlement.explainSample', { quiet: true })
  const [sampleId, setSampleId] = useState<string | null>(null)
  return (
    <SettlementFrame
      engagementId={engagementId}
      settlement={settlement}
      action={{ label: 'Say why it is there…', onPaper: ({ id }) => setSampleId(id) }}
    >
      {sampleId === null ? null : (
        <ReasonForm
          title="Why there is a second sample"
          label="Reason"
          error={explain.error}
          pending={explain.pending}
          onSubmit={(reason) =>
            void explain.run({ sampleId, reason }).then(
              () => setSampleId(null),
              () => undefined,
            )
          }
          onClose={() => setSampleId(null)}
        />
      )}
    </SettlementFrame>
  )
}
