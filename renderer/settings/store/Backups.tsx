import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../../shared/contract/backup.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { callEngine } from '../../engine/client.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { queries } from '../../engine/queries.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { instantWords } from '../../ui/dates.ts'
import { RestoreBackup } from './RestoreBackup.tsx'

type Plan = ResultOf<'store.backupPlan'>

const backupsKey = ['store.backups']

/** Backups that are taken by themselves: how many, where, which there are, and putting one back. */
export function Backups() {
  const plan = useEngineQuery('store.backupPlan', {})
  return (
    <Stack gap="sm">
      <Text size="sm">
        Once a day where something changed, an encrypted copy of the whole store is taken and read back. On another disk
        it also survives this one.
      </Text>
      <ErrorNote error={plan.error} />
      {plan.data === undefined ? null : <PlanForm key={JSON.stringify(plan.data)} plan={plan.data} />}
      <BackupTable />
    </Stack>
  )
}

function PlanForm({ plan }: { plan: Plan }) {
  const save = useEngineCommand('store.setBackupPlan', { quiet: true })
  const form = useForm({ initialValues: { daily: plan.daily, weekly: plan.weekly } })
  const savePlan = (folder: { folder?: ReturnType<typeof fileRef> | null }) =>
    save.run({ ...form.values, ...folder }).then(
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: ['store.backupPlan'] }),
          queries.invalidateQueries({ queryKey: backupsKey }),
        ]),
      () => undefined,
    )
  const chooseFolder = async () => {
    const chosen = await askShell({ kind: 'openFolder', title: 'Folder for the backups' })
    if (chosen !== null) await savePlan({ folder: fileRef(chosen.token) })
  }
  return (
    <form onSubmit={form.onSubmit(() => savePlan({}))} aria-label="Backups that are kept">
      <Group align="flex-end">
        <NumberInput label="Days kept" min={1} max={60} allowDecimal={false} w={120} {...form.getInputProps('daily')} />
        <NumberInput
          label="Weeks kept"
          min={0}
          max={104}
          allowDecimal={false}
          w={120}
          {...form.getInputProps('weekly')}
        />
        <Button type="submit" variant="default" loading={save.pending} disabled={!form.isDirty()}>
          Save the numbers
        </Button>
      </Group>
      <Group mt="xs">
        <Text size="sm">
          {plan.folder === null ? 'Kept in the folder of the store.' : `Kept in the folder ${plan.folder}.`}
        </Text>
        <Button size="xs" variant="default" onClick={() => void chooseFolder()}>
          Another folder…
        </Button>
        {plan.folder === null ? null : (
          <Button size="xs" variant="default" onClick={() => void savePlan({ folder: null })}>
            The folder of the store
          </Button>
        )}
      </Group>
      <ErrorNote error={save.error} />
    </form>
  )
}

function BackupTable() {
  const list = useQuery({ queryKey: backupsKey, queryFn: () => callEngine('store.backups', {}) })
  const take = useEngineCommand('store.backup', { quiet: true })
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const backups = list.data?.backups ?? []
  const takeNow = () =>
    take.run({}).then(
      () => queries.invalidateQueries({ queryKey: backupsKey }),
      () => undefined,
    )
  return (
    <Stack gap="xs" align="start">
      <Button variant="default" loading={take.pending} onClick={() => void takeNow()}>
        Back up now
      </Button>
      <ErrorNote error={take.error ?? list.error} />
      {backups.length === 0 ? (
        <Text size="sm">No backup was taken yet.</Text>
      ) : (
        <Table aria-label="Backups" maw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Taken</Table.Th>
              <Table.Th>Engagements</Table.Th>
              <Table.Th>Journal entries</Table.Th>
              <Table.Th>Actions</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => (
              <Table.Tr key={backup.name}>
                <Table.Td>{instantWords(backup.takenAt)}</Table.Td>
                <Table.Td>{backup.engagements}</Table.Td>
                <Table.Td>{backup.entries}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Restore the backup of ${instantWords(backup.takenAt)}`}
                    onClick={() => setRestoring(backup)}
                  >
                    Restore…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {restoring === null ? null : <RestoreBackup backup={restoring} onClose={() => setRestoring(null)} />}
    </Stack>
  )
}
