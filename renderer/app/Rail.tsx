import { AppShell, NavLink, Select, Text } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { datesOf } from '../engagements/engagementWords.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { goTo } from './goTo.ts'
import { links } from './links.ts'
import { sectionsOf } from './sections.ts'

type RailProps = { engagementId: string | undefined; pathname: string }

/** The left rail: which engagement, and its sections in the order of the work. */
export function Rail({ engagementId, pathname }: RailProps) {
  return (
    <AppShell.Navbar p="xs" aria-label="Sections">
      <NavLink variant="filled" py={5} href="#/" label="Engagements" active={pathname === '/'} />
      {engagementId === undefined ? null : (
        <>
          <EngagementSwitcher engagementId={engagementId} />
          <EngagementSections engagementId={engagementId} pathname={pathname} />
        </>
      )}
      <NavLink
        variant="filled"
        py={5}
        href="#/settings"
        label="Settings"
        active={pathname === '/settings' || pathname === '/keys'}
      />
    </AppShell.Navbar>
  )
}

function EngagementSwitcher({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('engagement.list', {})
  const engagements = list.data?.engagements ?? []
  const current = engagements.find((engagement) => engagement.engagementId === engagementId)
  return (
    <Select
      aria-label="Engagement"
      // Engagements of one client differ by their dates, which have no room in the field.
      description={current === undefined ? null : datesOf(current)}
      inputWrapperOrder={['input', 'description']}
      my={4}
      searchable={engagements.length > 8}
      allowDeselect={false}
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      data={engagements.map((engagement) => ({
        value: engagement.engagementId,
        label: `${engagement.client} · ${datesOf(engagement)}`,
      }))}
      value={engagementId}
      onChange={(chosen) => {
        if (chosen !== null) goTo(links.dashboard(chosen))
      }}
    />
  )
}

function EngagementSections({ engagementId, pathname }: { engagementId: string; pathname: string }) {
  const { data } = useEngineQuery('assignment.list', { engagementId })
  const initialsOf = (section: string | undefined) => {
    const given = data?.assignments.find(({ target }) => target.entity === 'section' && target.id === section)
    return data?.people.find(({ practitionerId }) => practitionerId === given?.practitionerId)?.initials
  }
  return sectionsOf(useReportType(engagementId)).map(({ label, link, takenOnAs }) => {
    const href = link(engagementId)
    const isActive = link === links.dashboard ? `#${pathname}` === href : `#${pathname}`.startsWith(href)
    const initials = initialsOf(takenOnAs)
    return (
      <NavLink
        variant="filled"
        py={5}
        key={label}
        href={href}
        label={label}
        rightSection={
          initials === undefined ? null : (
            <Text size="xs" title={`${initials} works on this`}>
              {initials}
            </Text>
          )
        }
        active={isActive}
        pl="lg"
      />
    )
  })
}
