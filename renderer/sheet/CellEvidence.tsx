import { Modal } from '@mantine/core'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { cellTarget } from './cellTarget.ts'
import type { CellPlace } from './sheetView.ts'

type CellEvidenceProps = { engagementId: string; procedureId: string; place: CellPlace; onClose: () => void }

/** The files that support one result. */
export function CellEvidence({ engagementId, procedureId, place, onClose }: CellEvidenceProps) {
  const of = `${place.item.itemId}, attribute ${place.letter}`
  return (
    <Modal opened onClose={onClose} title={`Evidence of ${of}`} size="lg">
      <EvidencePane engagementId={engagementId} target={cellTarget(procedureId, place)} of={of} />
    </Modal>
  )
}
