import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Signer } from '../../../shared/contract/signer.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { KeyWords } from '../../ui/KeyWords.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { RejectedRows } from '../../ui/RejectedRows.tsx'
import { AddSigner } from './AddSigner.tsx'
import { originWords, validityBadge, validityWords } from './signerValidity.ts'

/** The keys whose signatures this store believes: the firm's `allowed_signers`, and those whose words were compared. */
export function Signers() {
  const list = useEngineQuery('signer.list', {})
  const take = useEngineCommand('signer.import', { quiet: true })
  const write = useEngineCommand('signer.export')
  const [rejected, setRejected] = useState<readonly RejectedRow[]>([])
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<Signer | null>(null)
  const signers = list.data?.signers ?? []
  const importFile = async () => {
    const file = await askShell({ kind: 'openFile', title: 'allowed_signers', extensions: [] })
    if (file === null) return
    await take.run({ file: fileRef(file.token) }).then(
      (result) => {
        setRejected(result.rejected)
        const { added, changed, unchanged } = result
        notifications.show({ message: `Keys added: ${added}, changed: ${changed}, known before: ${unchanged}.` })
      },
      () => setRejected([]),
    )
  }
  const exportFile = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Known signers', suggestedName: 'allowed_signers' })
    if (place === null) return
    await write.run({ file: fileRef(place.token) }).then(
      ({ signers: count }) => notifications.show({ message: `Keys written to ${place.name}: ${count}.` }),
      () => undefined,
    )
  }
  return (
    <Stack gap="xs" component="section" aria-label="Signers">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Signatures that are believed
        </Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a key…
          </Button>
          <Button variant="default" onClick={() => void exportFile()} loading={write.pending}>
            Write allowed_signers…
          </Button>
          <Button variant="default" onClick={() => void importFile()} loading={take.pending}>
            Take allowed_signers…
          </Button>
        </Group>
      </Group>
      <Text size="sm">
        A bundle that is signed with any other key, or with one that is not valid on its day and today, is never taken
        without somebody comparing its words. Persons of this store are always believed.
      </Text>
      <ErrorNote error={list.error ?? take.error} />
      {signers.length === 0 ? (
        <Text size="sm">None yet. The firm’s allowed_signers, or the file of a colleague, brings them.</Text>
      ) : (
        <Table verticalSpacing="xs" aria-label="Signers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Signer</Table.Th>
              <Table.Th scope="col">Words and fingerprint of the key</Table.Th>
              <Table.Th scope="col">Valid</Table.Th>
              <Table.Th scope="col">From</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {signers.map((signer) => (
              <Table.Tr key={signer.signerId}>
                <Table.Td>{signer.principal}</Table.Td>
                <Table.Td>
                  <KeyWords words={signer.words} fingerprint={signer.fingerprint} />
                </Table.Td>
                <Table.Td>
                  <Badge {...validityBadge(signer)} variant="light" />
                  <Text size="xs">{validityWords(signer)}</Text>
                </Table.Td>
                <Table.Td>{`${originWords[signer.origin]}, ${signer.addedBy}`}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Remove the key of ${signer.principal}…`}
                    onClick={() => setRemoved(signer)}
                  >
                    Remove…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <RejectedRows rows={rejected} />
      {isAdding ? <AddSigner onClose={() => setAdding(false)} /> : null}
      {removed === null ? null : <RemoveSigner signer={removed} onClose={() => setRemoved(null)} />}
    </Stack>
  )
}

function RemoveSigner({ signer: { signerId, principal }, onClose }: { signer: Signer; onClose: () => void }) {
  const remove = useEngineCommand('signer.remove', { quiet: true })
  return (
    <ReasonForm
      title={`Believe the key of ${principal} no longer`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onSubmit={(reason) => void remove.run({ signerId, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    />
  )
}
