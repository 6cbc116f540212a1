import { Button, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Aspect, Conclusion } from '../../shared/contract/conclusion.ts'
import type { Commitment } from '../../shared/contract/scope.ts'
import { links } from '../app/links.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ConclusionForm } from './ConclusionForm.tsx'
import { ConclusionMark } from './ConclusionMark.tsx'
import { aspectTitles } from '../../shared/opinion/conclusionWords.ts'

type CommitmentsTableProps = {
  engagementId: string
  aspects: readonly Aspect[]
  conclusions: readonly Conclusion[]
}

/** What was promised, and whether it was kept: the opinion is formed against these. */
export function CommitmentsTable({ engagementId, aspects, conclusions }: CommitmentsTableProps) {
  const list = useEngineQuery('commitment.list', { engagementId })
  const [concluding, setConcluding] = useState<{ commitment: Commitment; aspect: Aspect } | null>(null)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { commitments } = list.data
  if (commitments.length === 0) {
    return (
      <EmptyState
        title="No commitment yet"
        text="The opinion is formed against commitments and requirements: write them down in the scope."
        action={
          <Button component="a" href={links.scope(engagementId)}>
            Open the scope
          </Button>
        }
      />
    )
  }
  return (
    <>
      <Table fz="sm" verticalSpacing={4} aria-label="Commitments and their conclusions">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Commitment</Table.Th>
            <Table.Th scope="col">Criteria</Table.Th>
            {aspects.map((aspect) => (
              <Table.Th key={aspect} scope="col">
                {aspectTitles[aspect]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {commitments.map((commitment) => (
            <Table.Tr key={commitment.commitmentId}>
              <Table.Th scope="row" fw={400}>
                <strong>{commitment.ref}</strong> {commitment.text}
              </Table.Th>
              <Table.Td>{commitment.criteria.join(', ')}</Table.Td>
              {aspects.map((aspect) => (
                <Table.Td key={aspect}>
                  <Stack gap={2} align="flex-start">
                    <Text size="sm" component="div">
                      <ConclusionMark entity="commitment" aspect={aspect} outcome={commitment[aspect]} />
                    </Text>
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`${commitment[aspect] === null ? 'Conclude on' : 'Change'} the ${aspect} of ${commitment.ref}`}
                      onClick={() => setConcluding({ commitment, aspect })}
                    >
                      {commitment[aspect] === null ? 'Conclude' : 'Change'}
                    </ChangeButton>
                  </Stack>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {concluding === null ? null : (
        <Modal
          opened
          onClose={() => setConcluding(null)}
          closeOnClickOutside={false}
          title={`${concluding.commitment.ref}: conclude on its ${concluding.aspect}`}
        >
          <ConclusionForm
            engagementId={engagementId}
            target={{
              entity: 'commitment',
              id: concluding.commitment.commitmentId,
              ref: concluding.commitment.ref,
            }}
            aspect={concluding.aspect}
            current={
              conclusions.find(
                ({ target, aspect }) =>
                  target.entity === 'commitment' &&
                  target.id === concluding.commitment.commitmentId &&
                  aspect === concluding.aspect,
              ) ?? null
            }
            problems={() => []}
            onSaved={() => setConcluding(null)}
          />
        </Modal>
      )}
    </>
  )
}
