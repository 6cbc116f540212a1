import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Checks that the store is what was written: quickly its structure, or in full every page, journal and evidence file. */
export function CheckStore() {
  const check = useEngineCommand('store.check', { quiet: true })
  const [verdict, setVerdict] = useState<ResultOf<'store.check'> | null>(null)
  const start = async (depth: 'quick' | 'full') => {
    setVerdict(null)
    await check.run({ depth }).then(setVerdict, () => undefined)
  }
  return (
    <Stack gap="xs" align="start">
      <Group gap="xs">
        <Button variant="default" onClick={() => void start('quick')} loading={check.pending}>
          Check quickly
        </Button>
        <Button variant="default" onClick={() => void start('full')} loading={check.pending}>
          Check everything
        </Button>
      </Group>
      <ErrorNote error={check.error} />
      {verdict === null ? null : <Verdict verdict={verdict} />}
    </Stack>
  )
}

function Verdict({ verdict: { depth, sound, findings } }: { verdict: ResultOf<'store.check'> }) {
  const looked = depth === 'full' ? 'Every page, journal and evidence file was read.' : 'The structure was read.'
  return (
    <Alert
      role="status"
      variant="default"
      icon={sound ? <IconCircleCheck /> : <IconCircleX />}
      title={sound ? 'The store is sound' : 'The store is damaged'}
    >
      {looked}
      {sound ? null : ' Restore a backup, and keep this store for comparison.'}
      <List size="sm">
        {findings.slice(0, 50).map(({ what, place }) => (
          <List.Item key={`${place} ${what}`}>{`${place}: ${what}`}</List.Item>
        ))}
        {findings.length > 50 ? <List.Item>{`and ${findings.length - 50} more`}</List.Item> : null}
      </List>
    </Alert>
  )
}
