import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { SignOff } from '../../shared/contract/signOff.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { FieldValue } from '../records/FieldValue.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { problemWords, roleWords } from './reviewWords.ts'

/** One sign-off of a paper: who, as what, when, and what the paper says differently since; its signer takes it back here. */
export function SignOffLine({ signOff, isMine }: { signOff: SignOff; isMine: boolean }) {
  const { role, by, initials, at, changedSince, withdrawn, problem } = signOff
  const [open, setOpen] = useState(changedSince && withdrawn === null)
  const [isWithdrawing, setWithdrawing] = useState(false)
  return (
    <div role="listitem">
      <Group gap="xs">
        <Text size="sm">
          <strong>{initials}</strong> {by} · {roleWords[role]} · {instantWords(at)}
        </Text>
        {problem === null ? null : <Badge color="red">{problemWords[problem]}</Badge>}
        {withdrawn === null ? null : <Badge color="gray">taken back: {withdrawn.reason}</Badge>}
        {changedSince ? (
          <Button size="compact-xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            Changed since
          </Button>
        ) : null}
        {isMine && withdrawn === null ? (
          <ChangeButton
            size="compact-xs"
            variant="default"
            aria-label={`Take back the sign-off as ${roleWords[role].toLowerCase()}`}
            onClick={() => setWithdrawing(true)}
          >
            Take back…
          </ChangeButton>
        ) : null}
      </Group>
      {isWithdrawing ? <Withdraw signOffId={signOff.signOffId} onClose={() => setWithdrawing(false)} /> : null}
      {changedSince && open ? <DifferenceTable signOffId={signOff.signOffId} /> : null}
    </div>
  )
}

function Withdraw({ signOffId, onClose }: { signOffId: string; onClose: () => void }) {
  const withdraw = useEngineCommand('signOff.withdraw', { quiet: true })
  return (
    <ReasonForm
      title="Take back the sign-off"
      label="Reason"
      error={withdraw.error}
      pending={withdraw.pending}
      onSubmit={(reason) => void withdraw.run({ signOffId, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    >
      <Text size="sm">That it was given stays on record, with the reason why it was taken back.</Text>
    </ReasonForm>
  )
}

/** Field by field what was signed and what is said now. */
function DifferenceTable({ signOffId }: { signOffId: string }) {
  const { data, error } = useEngineQuery('signOff.difference', { signOffId })
  if (data === undefined) return <ErrorNote error={error} />
  return (
    <Table aria-label="Changed since sign-off" striped verticalSpacing={4} my={4}>
      <Table.Caption ta="left">
        {data.proven
          ? 'What was signed was recomputed from the journal and has the hash that was signed.'
          : 'What was signed cannot be recomputed from the journal. Verify the journal.'}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Where</Table.Th>
          <Table.Th>Signed</Table.Th>
          <Table.Th>Now</Table.Th>
          <Table.Th>Changed by</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.differences.map(({ entity, id, field, words, before, after, by, at }) => (
          <Table.Tr key={`${entity} ${id} ${field}`}>
            <Table.Td>{[words, fieldWords(field)].filter((part) => part !== '').join(': ')}</Table.Td>
            <Table.Td td="line-through">
              <FieldValue field={field} value={before} />
            </Table.Td>
            <Table.Td>
              <FieldValue field={field} value={after} />
            </Table.Td>
            <Table.Td>
              {by ?? ''} {at === null ? '' : instantWords(at)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
