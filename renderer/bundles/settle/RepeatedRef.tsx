import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import type { ParamsOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { SettlementFrame } from './SettlementFrame.tsx'

type Renumbered = ParamsOf<'settlement.renumber'>['entity']

const renumbered: readonly Renumbered[] = ['control', 'deviation', 'request', 'complementaryControl']

/** A reference that two papers have: one of them gets another one. */
export function RepeatedRef({ engagementId, settlement }: { engagementId: string; settlement: Settlement }) {
  const [open, setOpen] = useState<Settlement['papers'][number] | null>(null)
  const entity = renumbered.find((name) => name === settlement.entity)
  return (
    <SettlementFrame
      engagementId={engagementId}
      settlement={settlement}
      action={{ label: 'Give another reference…', onPaper: setOpen }}
    >
      {open === null || entity === undefined ? null : (
        <NewReference entity={entity} paper={open} nextRef={settlement.nextRef ?? ''} onClose={() => setOpen(null)} />
      )}
    </SettlementFrame>
  )
}

function NewReference({
  entity,
  paper: { id, paper, detail },
  nextRef,
  onClose,
}: {
  entity: Renumbered
  paper: Settlement['papers'][number]
  nextRef: string
  onClose: () => void
}) {
  const renumber = useEngineCommand('settlement.renumber', { quiet: true })
  const [ref, setRef] = useState(nextRef)
  return (
    <Modal opened onClose={onClose} title={`Another reference for ${paper}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void renumber.run({ entity, id, ref }).then(onClose, () => undefined)
        }}
      >
        <Stack>
          <TextInput
            label="Reference"
            description={detail}
            data-autofocus
            value={ref}
            onChange={(event) => setRef(event.currentTarget.value)}
          />
          <ErrorNote error={renumber.error} />
          <Button type="submit" loading={renumber.pending} disabled={ref.trim() === ''}>
            Give it
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
