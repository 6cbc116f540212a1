import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { Months } from './map/Months.tsx'
import { PeriodView } from './map/PeriodView.tsx'

type PeriodMapProps = { engagementId: string; controlId: string; sampleId: string }

/** How a sample covers the observation period; months without a selected item are justified here. */
export function PeriodMap({ engagementId, controlId, sampleId }: PeriodMapProps) {
  const { data, error } = useEngineQuery('sample.coverage', { sampleId })
  const reopen = useEngineCommand('sample.justify')
  const [justifying, setJustifying] = useState<string | null>(null)
  if (data === undefined) return <ErrorNote error={error} />
  return (
    <>
      <PeriodView engagementId={engagementId} controlId={controlId} found={data}>
        <Months
          found={data}
          justifying={{
            onJustify: setJustifying,
            onReopen: (month) => void reopen.run({ sampleId, month, reason: null }).catch(() => undefined),
          }}
        />
      </PeriodView>
      {justifying === null ? null : (
        <Justify sampleId={sampleId} month={justifying} onClose={() => setJustifying(null)} />
      )}
    </>
  )
}

/** How all samples of a control together cover the observation period. */
export function ControlPeriodMap({ engagementId, controlId }: Omit<PeriodMapProps, 'sampleId'>) {
  const { data, error } = useEngineQuery('sample.controlCoverage', { controlId })
  if (data === undefined) return <ErrorNote error={error} />
  return (
    <PeriodView engagementId={engagementId} controlId={controlId} found={data}>
      <Months found={data} />
    </PeriodView>
  )
}

function Justify({ sampleId, month, onClose }: { sampleId: string; month: string; onClose: () => void }) {
  const justify = useEngineCommand('sample.justify', { quiet: true })
  return (
    <ReasonForm
      title={`Why ${month} needs no item`}
      label="Reason"
      error={justify.error}
      pending={justify.pending}
      onClose={onClose}
      onSubmit={(reason) => void justify.run({ sampleId, month, reason }).then(onClose, () => undefined)}
    />
  )
}
