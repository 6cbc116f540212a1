import { ActionIcon, AppShell, Button, Group, NavLink, Text, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconKeyboard, IconLock, IconSearch } from '@tabler/icons-react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { JobLine } from './JobLine.tsx'
import { KeysOverlay } from './KeysOverlay.tsx'
import { SavedState } from './SavedState.tsx'
import { links } from './links.ts'
import { sections } from './sections.ts'
import { useGoKeys } from './useGoKeys.ts'

/** The frame around every screen of an open store: sections at the left, state and lock at the top, work at the bottom. */
export function Frame() {
  const { pathname } = useLocation()
  const engagementId = /^\/e\/([^/]+)/.exec(pathname)?.[1]
  const [keysShown, setKeysShown] = useState(false)
  const actions = usePalette(engagementId)
  useGoKeys(engagementId)
  useHotkeys([['shift+?', () => setKeysShown(true)]])
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 210, breakpoint: 0 }} footer={{ height: 28 }} padding={0}>
      <TopBar engagementId={engagementId} onKeys={() => setKeysShown(true)} />
      <AppShell.Navbar p="xs" aria-label="Sections">
        <NavLink variant="filled" href="#/" label="Engagements" active={pathname === '/'} />
        {engagementId === undefined ? null : <EngagementSections engagementId={engagementId} pathname={pathname} />}
        <NavLink variant="filled" href="#/settings" label="Settings" active={pathname === '/settings'} />
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer px="md">
        <JobLine />
      </AppShell.Footer>
      <Spotlight
        actions={actions}
        shortcut="mod + K"
        nothingFound="Nothing found"
        searchProps={{ placeholder: 'Screens, controls, commands' }}
      />
      <KeysOverlay opened={keysShown} onClose={() => setKeysShown(false)} />
    </AppShell>
  )
}

function TopBar({ engagementId, onKeys }: { engagementId: string | undefined; onKeys: () => void }) {
  const status = useEngineQuery('store.status', {})
  const engagement = useEngineQuery(
    'engagement.get',
    { engagementId: engagementId ?? '' },
    { enabled: engagementId !== undefined },
  )
  const lock = useEngineCommand('store.lock')
  return (
    <AppShell.Header px="md">
      <Group h="100%" justify="space-between" wrap="nowrap">
        <Text fw={700} truncate>
          Tickmark{engagementId === undefined || engagement.data === undefined ? '' : ` · ${engagement.data.client}`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <SavedState />
          <Text size="sm">{status.data?.practitioner?.name}</Text>
          <Tooltip label="Find a screen or command (Ctrl+K)">
            <ActionIcon variant="default" aria-label="Find a screen or command" onClick={() => spotlight.open()}>
              <IconSearch size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Keys (?)">
            <ActionIcon variant="default" aria-label="Keys of the application" onClick={onKeys}>
              <IconKeyboard size={16} />
            </ActionIcon>
          </Tooltip>
          <Button size="xs" variant="default" leftSection={<IconLock size={14} />} onClick={() => void lock.run({})}>
            Lock
          </Button>
        </Group>
      </Group>
    </AppShell.Header>
  )
}

function EngagementSections({ engagementId, pathname }: { engagementId: string; pathname: string }) {
  return sections.map(({ label, link }) => {
    const href = link(engagementId)
    const isActive = link === links.dashboard ? `#${pathname}` === href : `#${pathname}`.startsWith(href)
    return <NavLink variant="filled" key={label} href={href} label={label} active={isActive} pl="lg" />
  })
}

function usePalette(engagementId: string | undefined) {
  const controls = useEngineQuery(
    'control.list',
    { engagementId: engagementId ?? '', limit: 1000 },
    { enabled: engagementId !== undefined },
  )
  const go = (href: string) => () => void (window.location.hash = href)
  const lock = useEngineCommand('store.lock')
  const screens =
    engagementId === undefined
      ? []
      : sections.map(({ label, link }) => ({ id: label, label, onClick: go(link(engagementId)) }))
  const records = (controls.data?.controls ?? []).map(({ controlId, ref, title }) => ({
    id: controlId,
    label: `${ref} ${title}`,
    onClick: go(links.control(engagementId ?? '', controlId)),
  }))
  return [
    { id: 'engagements', label: 'Engagements', onClick: go('#/') },
    ...screens,
    { id: 'settings', label: 'Settings', onClick: go('#/settings') },
    { id: 'lock', label: 'Lock the store', onClick: () => void lock.run({}) },
    ...records,
  ]
}
