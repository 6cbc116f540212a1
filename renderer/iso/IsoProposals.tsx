import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { IsoEdition, IsoProposal } from '../../shared/contract/iso.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type IsoProposalsProps = { engagementId: string; edition: IsoEdition }

/** Requirements that the criteria of the controls lead to: somebody takes them, or says that they do not belong together. */
export function IsoProposals({ engagementId, edition }: IsoProposalsProps) {
  const [isOpen, dialog] = useDisclosure(false)
  const list = useEngineQuery('iso.proposals', { engagementId, edition })
  const proposals = list.data?.proposals ?? []
  return (
    <>
      <ChangeButton variant="default" disabled={proposals.length === 0} onClick={dialog.open}>
        {proposals.length} proposed mappings
      </ChangeButton>
      {isOpen ? (
        <Modal opened size="xl" onClose={dialog.close} title="Proposed mappings">
          <Proposals engagementId={engagementId} edition={edition} proposals={proposals} onDone={dialog.close} />
        </Modal>
      ) : null}
    </>
  )
}

type ProposalsProps = IsoProposalsProps & { proposals: readonly IsoProposal[]; onDone: () => void }

const keyOf = ({ controlId, requirementId }: IsoProposal) => `${controlId}:${requirementId}`

function Proposals({ engagementId, edition, proposals, onDone }: ProposalsProps) {
  const map = useEngineCommand('iso.map', { quiet: true })
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const take = () =>
    map
      .run({
        engagementId,
        edition,
        mappings: proposals.map((proposal) => ({
          controlId: proposal.controlId,
          requirementId: proposal.requirementId,
          mapped: !refused.has(keyOf(proposal)),
          basis: 'proposal',
        })),
      })
      .then(onDone, () => undefined)
  const toggle = (key: string) => setRefused((before) => before.symmetricDifference(new Set([key])))
  return (
    <Stack gap="sm">
      <Text size="sm">
        They come from the criteria that each control answers, by our own judgement. Take away what does not fit; both
        answers are kept.
      </Text>
      <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Proposals' }}>
        <Table fz="sm" verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Belongs</Table.Th>
              <Table.Th scope="col">Control</Table.Th>
              <Table.Th scope="col">Requirement</Table.Th>
              <Table.Th scope="col">Because of</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proposals.map((proposal) => (
              <Table.Tr key={keyOf(proposal)}>
                <Table.Td>
                  <Checkbox
                    aria-label={`${proposal.ref} belongs to ${proposal.requirementId}`}
                    checked={!refused.has(keyOf(proposal))}
                    onChange={() => toggle(keyOf(proposal))}
                  />
                </Table.Td>
                <Table.Td>{proposal.ref}</Table.Td>
                <Table.Td>{proposal.requirementId}</Table.Td>
                <Table.Td>
                  {proposal.criteria.join(', ')} ({proposal.strength})
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <ErrorNote error={map.error} />
      <Group justify="flex-end">
        <Button loading={map.pending} onClick={() => void take()}>
          Record {proposals.length} answers
        </Button>
      </Group>
    </Stack>
  )
}
