import { ActionIcon, AppShell, Button, Group, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconKeyboard, IconLock, IconSearch } from '@tabler/icons-react'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { Breadcrumb } from './Breadcrumb.tsx'
import { SavedState } from './SavedState.tsx'

type TopBarProps = { engagementId: string | undefined; pathname: string; onKeys: () => void; onSwitch: () => void }

/** Where one is, what is saved, who is signed in, and the lock. */
export function TopBar({ engagementId, pathname, onKeys, onSwitch }: TopBarProps) {
  const status = useEngineQuery('store.status', {})
  const lock = useEngineCommand('store.lock')
  return (
    <AppShell.Header px="md">
      <Group h="100%" justify="space-between" wrap="nowrap">
        <Breadcrumb engagementId={engagementId} pathname={pathname} />
        <Group gap="xs" wrap="nowrap">
          {engagementId === undefined ? null : <SavedState engagementId={engagementId} />}
          <Tooltip label="Signed in; somebody else takes over">
            <Button size="xs" variant="subtle" maw={200} onClick={onSwitch}>
              {status.data?.practitioner?.name}
            </Button>
          </Tooltip>
          <Tooltip label="Search, and screens and commands (Ctrl+K)">
            <ActionIcon variant="default" aria-label="Find a screen or command" onClick={() => spotlight.open()}>
              <IconSearch size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Help and keys (F1)">
            <ActionIcon variant="default" aria-label="Help and keys of this screen" onClick={onKeys}>
              <IconKeyboard size={16} />
            </ActionIcon>
          </Tooltip>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconLock size={14} />}
            loading={lock.pending}
            onClick={() => void lock.run({}).catch(() => undefined)}
          >
            Lock
          </Button>
        </Group>
      </Group>
    </AppShell.Header>
  )
}
