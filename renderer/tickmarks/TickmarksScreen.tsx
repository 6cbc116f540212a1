import { Group, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import { useRouteParam } from '../app/params.ts'
import type { Tickmark } from '../../shared/contract/tickmark.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { AddUsual } from './AddUsual.tsx'
import { TickmarkForm } from './TickmarkForm.tsx'

/** The legend of an engagement: each symbol with its one meaning, and how often it is used. */
export function TickmarksScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('tickmark.list', { engagementId })
  const tickmarks = list.data?.tickmarks
  return (
    <Screen
      title="Tickmarks"
      subtitle="Symbols that stand beside results. A meaning stays as it is while the symbol is used."
      actions={
        <>
          <ListActions
            name="Tickmarks"
            selection={{ list: 'tickmarks', engagementId }}
            disabled={(tickmarks ?? []).length === 0}
          />
          <AddUsual engagementId={engagementId} size="sm" />
        </>
      }
    >
      <ErrorNote error={list.error} />
      {list.isPending ? <Loading /> : null}
      {tickmarks?.length === 0 ? (
        <EmptyState
          title="No tickmarks yet"
          text="Write the first one below, or take the usual ones. On a test sheet, t puts them beside a result."
        />
      ) : null}
      <Stack gap="md" maw={860}>
        {tickmarks === undefined || tickmarks.length === 0 ? null : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={90}>Symbol</Table.Th>
                <Table.Th>Meaning</Table.Th>
                <Table.Th w={90}>Used</Table.Th>
                <Table.Th w={190}>Actions</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tickmarks.map((tickmark) => (
                <TickmarkRow key={tickmark.tickmarkId} engagementId={engagementId} tickmark={tickmark} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <TickmarkForm engagementId={engagementId} tickmark={null} />
      </Stack>
    </Screen>
  )
}

function TickmarkRow({ engagementId, tickmark }: { engagementId: string; tickmark: Tickmark }) {
  const { tickmarkId, symbol, meaning, uses } = tickmark
  const [isChanging, setChanging] = useState(false)
  const remove = useEngineCommand('tickmark.remove')
  if (isChanging) {
    return (
      <Table.Tr>
        <Table.Td colSpan={4}>
          <TickmarkForm engagementId={engagementId} tickmark={tickmark} onSaved={() => setChanging(false)} />
        </Table.Td>
      </Table.Tr>
    )
  }
  return (
    <Table.Tr>
      <Table.Td fw={600}>{symbol}</Table.Td>
      <Table.Td>{meaning}</Table.Td>
      <Table.Td>{uses}</Table.Td>
      <Table.Td>
        {uses > 0 ? null : (
          <Group gap="xs">
            <ChangeButton
              size="compact-xs"
              variant="default"
              aria-label={`Change ${symbol}`}
              onClick={() => setChanging(true)}
            >
              Change
            </ChangeButton>
            <ChangeButton
              size="compact-xs"
              variant="default"
              aria-label={`Remove ${symbol}`}
              onClick={() => void remove.run({ tickmarkId }).catch(() => undefined)}
            >
              Remove
            </ChangeButton>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
