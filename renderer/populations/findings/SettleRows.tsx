import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Population } from '../../../shared/contract/population.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { openFindings } from './openFindings.ts'

type Decision = { row: number; decision: 'exclude' | 'keep'; what: string }

/** Rows that share an id or lie outside the period: each is settled by a person, with a reason. */
export function SettleRows({ population }: { population: Population }) {
  const [deciding, setDeciding] = useState<Decision | null>(null)
  const findings = openFindings(population)
  if (findings.length === 0 && population.settlements.length === 0) return null
  return (
    <Stack gap="xs">
      {findings.length === 0 ? <Text>Nothing is left to settle.</Text> : null}
      {findings.map(({ row, what, canKeep }) => (
        <Group key={`${row} ${what}`} justify="space-between">
          <Text>{what}</Text>
          <Group gap="xs">
            <ChangeButton size="xs" variant="default" onClick={() => setDeciding({ row, decision: 'exclude', what })}>
              {`Exclude row ${row}`}
            </ChangeButton>
            {canKeep ? (
              <ChangeButton size="xs" variant="default" onClick={() => setDeciding({ row, decision: 'keep', what })}>
                {`Keep row ${row}`}
              </ChangeButton>
            ) : null}
          </Group>
        </Group>
      ))}
      {population.settlements.length === 0 ? null : (
        <Table captionSide="top" fz="sm">
          <Table.Caption ta="left">Settled</Table.Caption>
          <Table.Tbody>
            {population.settlements.map(({ row, itemId, decision, reason, by }) => (
              <Table.Tr key={row}>
                <Table.Td>{`Row ${row}, ${itemId}`}</Table.Td>
                <Table.Td>{decision === 'exclude' ? 'excluded' : 'kept'}</Table.Td>
                <Table.Td>{reason}</Table.Td>
                <Table.Td>{by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {deciding === null ? null : (
        <SettleForm populationId={population.populationId} {...deciding} onClose={() => setDeciding(null)} />
      )}
    </Stack>
  )
}

function SettleForm({
  populationId,
  row,
  decision,
  what,
  onClose,
}: Decision & { populationId: string; onClose: () => void }) {
  const settle = useEngineCommand('population.settle', { quiet: true })
  const [reason, setReason] = useState('')
  const submit = () =>
    settle.run({ populationId, decisions: [{ row, decision, reason }] }).then(onClose, () => undefined)
  return (
    <Modal opened onClose={onClose} title={`${decision === 'exclude' ? 'Exclude' : 'Keep'} row ${row}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <Text>{what}</Text>
          <TextInput
            label="Reason"
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNote error={settle.error} />
          <Button type="submit" loading={settle.pending} disabled={reason.trim() === ''}>
            Record
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
