import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Sample } from '../../shared/contract/sample.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** Lets another control's procedures be performed on the items of a sample. */
export function ShareSample({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { engagementId, sampleId, controlId, sharedWith } = sample
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 })
  const share = useEngineCommand('sample.share', { quiet: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const taken = new Set([controlId, ...sharedWith.map((one) => one.controlId)])
  const others = (controls.data?.controls ?? []).filter((control) => !taken.has(control.controlId))
  return (
    <ReasonForm
      title="Share the sample with another control"
      label="Why the items serve it too"
      error={share.error}
      pending={share.pending}
      onClose={onClose}
      onSubmit={(reason) => {
        if (chosen !== null) void share.run({ sampleId, controlId: chosen, reason }).then(onClose, () => undefined)
      }}
    >
      <Select
        label="Control"
        searchable
        data={others.map((control) => ({ value: control.controlId, label: `${control.ref} ${control.title}` }))}
        value={chosen}
        onChange={setChosen}
      />
    </ReasonForm>
  )
}
