import { CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { cellTarget, itemTarget } from './cellTarget.ts'
import type { SheetStore } from './sheetStore.ts'
import { cellAt, type SheetView } from './sheetView.ts'
import { useSettledPosition } from './useSettledPosition.ts'

type SheetEvidenceProps = {
  store: SheetStore
  view: SheetView
  engagementId: string
  /** Also called by Esc; whoever opened it takes the focus back. */
  onClose: () => void
}

/** The files of the result that is chosen and of its item, beside the sheet; they follow the selection. Tab leads into it. */
export function SheetEvidence({ store, view, engagementId, onClose }: SheetEvidenceProps) {
  const place = cellAt(view, useSettledPosition(store))
  if (place === null) return null
  const { itemId, sampleItemId } = place.item
  const ofCell = `${itemId}, attribute ${place.letter}`
  const ofItem = `item ${itemId}`
  return (
    <Paper
      component="aside"
      aria-label="Evidence"
      withBorder
      p="sm"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4">
            Evidence
          </Title>
          <CloseButton aria-label="Close the evidence" onClick={onClose} />
        </Group>
        <Text size="sm" fw={600}>{`Attribute ${place.letter} of ${itemId}`}</Text>
        <EvidencePane
          key={`${sampleItemId} ${place.letter}`}
          engagementId={engagementId}
          target={cellTarget(view.sheet.procedure.procedureId, place)}
          of={ofCell}
        />
        <Text size="sm" fw={600}>{`The whole item ${itemId}`}</Text>
        <EvidencePane key={sampleItemId} engagementId={engagementId} target={itemTarget(place)} of={ofItem} />
      </Stack>
    </Paper>
  )
}
