import { AppShell } from '@mantine/core'
import { useDisclosure, useFocusReturn, useHotkeys } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { HandedBundle } from '../bundles/import/HandedBundle.tsx'
import { useReportType } from '../engagements/useReportType.ts'
import { HelpOverlay } from '../help/HelpOverlay.tsx'
import { HistoryNote } from '../lock/HistoryNote.tsx'
import { ReadOnlyFile } from '../lock/ReadOnlyFile.tsx'
import { SwitchUser } from '../people/SwitchUser.tsx'
import { TourCard } from '../tour/TourCard.tsx'
import { UnsavedNote } from '../unsaved/UnsavedNote.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { frameKeys } from './frameKeys.ts'
import { goTo } from './goTo.ts'
import { JobLine } from './JobLine.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { useDailyBackup } from './useDailyBackup.ts'
import { usePalette } from './usePalette.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** The frame around every screen of an open store: sections at the left, state and lock at the top, work at the bottom. */
export function Frame() {
  const { pathname } = useLocation()
  const engagementId = engagementIn(pathname)
  const [helpShown, setHelpShown] = useState(false)
  const [isSwitching, switching] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const palette = usePalette(engagementId, typed, switching.open)
  useDailyBackup()
  const reportType = useReportType(engagementId)
  useUndoKeys(pathname.includes('/sheets/') ? undefined : engagementId)
  useKeys([
    ...frameKeys(engagementId, reportType).map(({ link, ...key }) => ({ ...key, run: () => goTo(link) })),
    { keys: '?', label: 'Help and keys of this screen', run: () => setHelpShown(true) },
  ])
  useFocusReturn({ opened: helpShown })
  // Also in the midst of a field or a grid.
  useHotkeys([['F1', () => setHelpShown(true)]], [])
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 220, breakpoint: 0 }} footer={{ height: 28 }} padding={0}>
      <TopBar
        engagementId={engagementId}
        pathname={pathname}
        onKeys={() => setHelpShown(true)}
        onSwitch={switching.open}
      />
      <Rail engagementId={engagementId} pathname={pathname} />
      <AppShell.Main>
        <HistoryNote />
        <UnsavedNote />
        {engagementId === undefined ? (
          <Outlet />
        ) : (
          <ReadOnlyFile engagementId={engagementId}>
            <Outlet />
          </ReadOnlyFile>
        )}
      </AppShell.Main>
      <AppShell.Footer px="md">
        <JobLine />
      </AppShell.Footer>
      <Spotlight
        actions={palette.groups}
        query={typed}
        onQueryChange={setTyped}
        shortcut="mod + K"
        scrollable
        maxHeight={420}
        highlightQuery
        attributes={{ content: { 'aria-label': 'Palette' } }}
        nothingFound={palette.problem ?? 'Nothing found'}
        searchProps={{
          placeholder:
            'Screens, commands, and everything in the papers: words, or control:CC6.1 outcome:deviation by:AC',
          'aria-label': 'Find',
        }}
      />
      {isSwitching ? <SwitchUser onClose={switching.close} /> : null}
      <TourCard />
      <HandedBundle />
      {helpShown ? <HelpOverlay pathname={pathname} onClose={() => setHelpShown(false)} /> : null}
    </AppShell>
  )
}

function engagementIn(pathname: string): string | undefined {
  const id = /^\/e\/([^/]+)/.exec(pathname)?.[1]
  return id === undefined ? undefined : decodeURIComponent(id)
}
