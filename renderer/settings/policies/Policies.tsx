import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Policy } from '../../../shared/contract/policy.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { instantWords } from '../../ui/dates.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ListActions } from '../../ui/ListActions.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'
import { PolicyVersions } from './PolicyVersions.tsx'
import { RetirePolicy } from './RetirePolicy.tsx'

/** What is open over the list: a policy to look at, to change, to copy, or to take out of use. */
type Opened = { kind: 'versions' | 'change' | 'copy' | 'retire'; policy: Policy }

/** The firm's sampling policies: which there are, in which versions, and which one new plans start from. */
export function Policies() {
  const list = useEngineQuery('policy.list', {})
  const setDefault = useEngineCommand('policy.setDefault', { quiet: true })
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <section aria-labelledby="sampling-policies">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} id="sampling-policies">
            Sampling policies
          </Title>
          <Group gap="xs">
            <ListActions name="Sampling policies" size="xs" selection={{ list: 'policies' }} />
          </Group>
        </Group>
        <Text size="sm">
          No standard prescribes sample sizes: they are the firm&apos;s policy. A change is a new version; every sample
          keeps the version that it was planned by.
        </Text>
        <ErrorNote error={list.error ?? setDefault.error} />
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Policy</Table.Th>
              <Table.Th>Version</Table.Th>
              <Table.Th>Saved</Table.Th>
              <Table.Th>Why</Table.Th>
              <Table.Th>Actions</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(list.data?.policies ?? []).map((policy) => (
              <PolicyRow
                key={policy.policyId}
                policy={policy}
                onOpen={(kind) => setOpened({ kind, policy })}
                onDefault={() => void setDefault.run({ policyId: policy.policyId }).catch(() => undefined)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      {opened?.kind === 'versions' ? <PolicyVersions policy={opened.policy} onClose={close} /> : null}
      {opened?.kind === 'change' || opened?.kind === 'copy' ? (
        <PolicyEditor policy={opened.policy} isCopy={opened.kind === 'copy'} onClose={close} />
      ) : null}
      {opened?.kind === 'retire' ? <RetirePolicy policy={opened.policy} onClose={close} /> : null}
    </section>
  )
}

function PolicyRow({
  policy: { name, shipped, isDefault, retired, versions },
  onOpen,
  onDefault,
}: {
  policy: Policy
  onOpen: (kind: Opened['kind']) => void
  onDefault: () => void
}) {
  const [latest] = versions
  const action = (label: string, run: () => void) => (
    <Button key={label} size="compact-sm" variant="default" aria-label={`${label}: ${name}`} onClick={run}>
      {label}
    </Button>
  )
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          {name}
          {isDefault ? <Badge color="blue.9">default</Badge> : null}
          {retired === null ? null : <Badge color="gray.8">retired</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>{latest?.version}</Table.Td>
      <Table.Td>
        {latest?.savedAt == null ? 'with the program' : `${instantWords(latest.savedAt)}, ${latest.savedBy}`}
      </Table.Td>
      <Table.Td>{retired === null ? latest?.note : `Retired: ${retired.reason}`}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          {action('Versions', () => onOpen('versions'))}
          {shipped ? null : action('Change', () => onOpen('change'))}
          {action('Copy', () => onOpen('copy'))}
          {isDefault || retired !== null ? null : action('Make default', onDefault)}
          {shipped || isDefault ? null : action(retired === null ? 'Retire' : 'Bring back', () => onOpen('retire'))}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
