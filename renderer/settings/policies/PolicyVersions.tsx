import { Group, List, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Policy, PolicyVersion } from '../../../shared/contract/policy.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { instantWords } from '../../ui/dates.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { RulesTable } from './RulesTable.tsx'

/** A policy in each of its versions, and what changed from one to another. */
export function PolicyVersions({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const latest = policy.versions[0]?.version ?? 1
  const [version, setVersion] = useState(latest)
  const [before, setBefore] = useState<number | null>(policy.versions[1]?.version ?? null)
  const found = useEngineQuery('policy.get', { policyId: policy.policyId, version }, { keepsPrevious: true })
  const choices = policy.versions.map((each) => ({ value: String(each.version), label: versionWords(each) }))
  const shown = policy.versions.find((each) => each.version === version)
  return (
    <Modal opened onClose={onClose} title={policy.name} size={900}>
      <Stack gap="sm">
        <Group grow align="end">
          <Select
            label="Version"
            allowDeselect={false}
            data={choices}
            value={String(version)}
            onChange={(value) => setVersion(Number(value ?? latest))}
          />
          {policy.versions.length < 2 ? null : (
            <Select
              label="Compare with"
              clearable
              data={choices.filter(({ value }) => value !== String(version))}
              value={before === version || before === null ? null : String(before)}
              onChange={(value) => setBefore(value === null ? null : Number(value))}
            />
          )}
        </Group>
        <Text size="sm">{shown?.note}</Text>
        {before === null || before === version ? null : (
          <Differences policyId={policy.policyId} from={before} to={version} />
        )}
        <ErrorNote error={found.error} />
        {found.data === undefined ? null : <RulesTable rules={found.data.rules} />}
      </Stack>
    </Modal>
  )
}

function versionWords({ version, savedAt, savedBy }: PolicyVersion): string {
  return savedAt === null ? `${version}, with the program` : `${version}, ${instantWords(savedAt)}, ${savedBy}`
}

function Differences({ policyId, from, to }: { policyId: string; from: number; to: number }) {
  const compared = useEngineQuery('policy.compare', {
    from: { policyId, version: from },
    to: { policyId, version: to },
  })
  if (compared.data === undefined) return <ErrorNote error={compared.error} />
  const { differences } = compared.data
  return (
    <section aria-label="Differences">
      <Text size="sm" fw={500}>{`From version ${from} to version ${to}`}</Text>
      {differences.length === 0 ? <Text size="sm">Both say the same.</Text> : null}
      <List size="sm">
        {differences.map((difference) => (
          <List.Item key={difference}>{difference}</List.Item>
        ))}
      </List>
    </section>
  )
}
