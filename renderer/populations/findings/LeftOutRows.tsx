import { Accordion, Button, Group } from '@mantine/core'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { RejectedRows } from '../../ui/RejectedRows.tsx'

/** The rows of the file that the import left out, to be seen and exported. */
export function LeftOutRows({ populationId }: { populationId: string }) {
  const found = useEngineQuery('population.rejected', { populationId })
  const write = useEngineCommand('population.exportRejected')
  const run = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Rows left out', suggestedName: 'rows-left-out.csv' })
    if (place !== null) await write.run({ populationId, to: fileRef(place.token) }).catch(() => undefined)
  }
  const rows = found.data?.rejected ?? []
  return (
    <Accordion variant="contained" order={3}>
      <Accordion.Item value="rows">
        <Accordion.Control>{`Rows left out (${rows.length})`}</Accordion.Control>
        <Accordion.Panel>
          <ErrorNote error={found.error} />
          <RejectedRows rows={rows} />
          <Group mt="xs">
            <Button variant="default" loading={write.pending} onClick={() => void run()}>
              Export them as CSV…
            </Button>
          </Group>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
