import { Table, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { Sample } from '../../shared/contract/sample.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { useEngineCommand } from '../engine/hooks.ts'
import { ItemEvidence } from './ItemEvidence.tsx'
import { bringIntoView, useIdInView } from '../records/useRecordInView.ts'

/** The items in draw order, each with its ticket; one that is void is replaced by the next of the same order. */
export function SampleItems({ sample }: { sample: Sample }) {
  const replace = useEngineCommand('sample.replace', { quiet: true })
  const [item, setItem] = useState<Sample['items'][number] | null>(null)
  const inView = useIdInView('sampleItem')
  const canReplace = sample.method === 'random' || sample.method === 'stratified'
  return (
    <>
      <Table fz="xs" withTableBorder aria-label="Items">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th>
            <Table.Th>Item</Table.Th>
            <Table.Th>Row</Table.Th>
            <Table.Th>Date</Table.Th>
            <Table.Th>Ticket</Table.Th>
            <Table.Th>Stage</Table.Th>
            <Table.Th>Evidence</Table.Th>
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sample.items.map((one) => (
            <Table.Tr
              key={one.sampleItemId}
              ref={one.sampleItemId === inView ? bringIntoView : null}
              data-active={one.sampleItemId === inView || undefined}
            >
              <Table.Td>{one.order}</Table.Td>
              <Table.Td>{one.itemId}</Table.Td>
              <Table.Td>{one.row}</Table.Td>
              <Table.Td>{one.date}</Table.Td>
              <Table.Td title={one.ticket ?? ''}>{one.ticket?.slice(0, 16)}</Table.Td>
              <Table.Td>
                {one.replacedBecause === null
                  ? one.replacesItemId === null
                    ? one.stage
                    : `replaces ${one.replacesItemId}`
                  : `replaced: ${one.replacedBecause}`}
              </Table.Td>
              <Table.Td>
                <ItemEvidence engagementId={sample.engagementId} item={one} />
              </Table.Td>
              <Table.Td>
                {canReplace && one.replacedBecause === null ? (
                  <ChangeButton size="compact-xs" variant="default" onClick={() => setItem(one)}>
                    Replace…
                  </ChangeButton>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {item === null ? null : (
        <ReasonForm
          title={`Replace ${item.itemId} by the next in order`}
          label="Why the item is void or not applicable"
          error={replace.error}
          pending={replace.pending}
          onClose={() => setItem(null)}
          onSubmit={(reason) =>
            void replace.run({ sampleItemId: item.sampleItemId, reason }).then(
              () => setItem(null),
              () => undefined,
            )
          }
        />
      )}
    </>
  )
}
