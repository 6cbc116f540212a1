import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { SampleItem } from '../../shared/contract/sample.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'

/** The files that support an item as a whole: how many there are, and on request which. */
export function ItemEvidence({ engagementId, item }: { engagementId: string; item: SampleItem }) {
  const [isOpen, setOpen] = useState(false)
  const { sampleItemId, itemId, files } = item
  const words = files === 0 ? 'Add…' : `${files} ${files === 1 ? 'file' : 'files'}`
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Evidence of ${itemId}: ${words}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {isOpen ? (
        <Modal opened onClose={() => setOpen(false)} title={`Evidence of ${itemId}`} size="lg">
          <EvidencePane engagementId={engagementId} target={{ entity: 'sampleItem', id: sampleItemId }} of={itemId} />
        </Modal>
      ) : null}
    </>
  )
}
