import { Alert, Button, Group, Text } from '@mantine/core'
import type { ParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { countOf } from '../../../shared/sampling/figureText.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { RejectedRows } from '../../ui/RejectedRows.tsx'

/** Rows that cannot be taken: seen, exported for the client, and left out only if the auditor says so. */
export function BadRows({
  trial,
  found,
  onWithout,
  pending,
}: {
  trial: ParamsOf<'population.badRows'>
  found: ResultOf<'population.badRows'>
  onWithout: () => void
  pending: boolean
}) {
  const write = useEngineCommand('population.badRows')
  const save = async () => {
    const place = await askShell({
      kind: 'saveFile',
      title: 'Rows that cannot be taken',
      suggestedName: 'bad-rows.csv',
    })
    if (place !== null) await write.run({ ...trial, to: fileRef(place.token) }).catch(() => undefined)
  }
  if (found.count === 0) return <Text>{`All ${countOf(found.rows, 'row')} can be taken.`}</Text>
  return (
    <Alert title={`${countOf(found.count, 'row')} cannot be taken, ${countOf(found.rows, 'row')} can`}>
      <RejectedRows rows={found.rejected} />
      <Group mt="sm">
        <Button variant="default" onClick={() => void save()} loading={write.pending}>
          Export bad rows…
        </Button>
        <Button variant="default" onClick={onWithout} loading={pending} disabled={found.rows === 0}>
          Import without these rows
        </Button>
      </Group>
    </Alert>
  )
}
