import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import type { Framework } from '../../../shared/contract/wording.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { RejectedRows } from '../../ui/RejectedRows.tsx'

/** The firm's own, licensed wording of the frameworks, for display. */
export function FirmWording() {
  const list = useEngineQuery('wording.list', {})
  const take = useEngineCommand('wording.import', { quiet: true })
  const clear = useEngineCommand('wording.clear')
  const [rejected, setRejected] = useState<readonly RejectedRow[]>([])
  const run = async (framework: Framework) => {
    const place = await askShell({ kind: 'openFile', title: 'Wording of the firm', extensions: ['csv'] })
    if (place === null) return
    await take.run({ framework, file: fileRef(place.token) }).then(
      (result) => {
        setRejected(result.rejected)
        notifications.show({
          message: `Wordings taken: ${result.imported}. Rows not taken: ${result.rejected.length}.`,
        })
      },
      () => setRejected([]),
    )
  }
  return (
    <Stack gap="sm" component="section" aria-label="Wording of the frameworks">
      <Title order={2} size="h4">
        Wording of the frameworks
      </Title>
      <Text size="sm">
        Tickmark shows ids and short titles in its own words. Take your licensed wording from CSV with the columns id
        and text: it stays in this store and is in no bundle. A column points of focus is shown as guidance; nothing
        counts it.
      </Text>
      <ErrorNote error={list.error ?? take.error} />
      <Table fz="sm" verticalSpacing={4} aria-label="Frameworks">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Framework</Table.Th>
            <Table.Th scope="col">Own wording</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(list.data?.frameworks ?? []).map(({ framework, name, requirements, worded }) => (
            <Table.Tr key={framework}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td>
                {worded} of {requirements}
              </Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={take.pending}
                    aria-label={`Take from CSV… the wording of ${name}`}
                    onClick={() => void run(framework)}
                  >
                    Take from CSV…
                  </Button>
                  {worded === 0 ? null : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Take out the wording of ${name}`}
                      onClick={() => void clear.run({ framework }).catch(() => undefined)}
                    >
                      Take out
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rejected.length === 0 ? null : <RejectedRows rows={rejected} />}
    </Stack>
  )
}
