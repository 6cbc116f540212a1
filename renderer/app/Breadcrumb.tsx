import { Anchor, Breadcrumbs, Text } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { links } from './links.ts'
import { sections } from './sections.ts'

type BreadcrumbProps = { engagementId: string | undefined; pathname: string }

/** Pages of papers that are reached from a control. */
const paperWords: Record<string, string> = { samples: 'Sample', sheets: 'Test sheet' }

/** Where one is: engagement, section, control. Its own place is the heading of the screen. */
export function Breadcrumb({ engagementId, pathname }: BreadcrumbProps) {
  if (engagementId === undefined) return <Text fw={700}>Tickmark</Text>
  const [part, id] = pathname.split('/').slice(3)
  const href = `#${pathname}`
  const section = sections.find(({ link }) => link !== links.dashboard && href.startsWith(link(engagementId)))
  const paper = part === undefined ? undefined : paperWords[part]
  return (
    <Breadcrumbs separator="›" separatorMargin={6} styles={{ root: { flexWrap: 'nowrap', minWidth: 0 } }}>
      <EngagementCrumb engagementId={engagementId} />
      {section === undefined ? null : <Crumb words={section.label} href={id && section.link(engagementId)} />}
      {part === 'search' ? <Crumb words="Search" /> : null}
      {paper === undefined ? null : <Crumb words="Controls" href={links.controls(engagementId)} />}
      {paper === undefined ? null : <Crumb words={paper} />}
      {part === 'controls' && id !== undefined ? <ControlCrumb controlId={decodeURIComponent(id)} /> : null}
    </Breadcrumbs>
  )
}

function EngagementCrumb({ engagementId }: { engagementId: string }) {
  const { data } = useEngineQuery('engagement.get', { engagementId })
  return (
    <Anchor href={links.dashboard(engagementId)} fw={700} c="inherit" truncate maw={360}>
      {data?.client ?? 'Engagement'}
    </Anchor>
  )
}

function ControlCrumb({ controlId }: { controlId: string }) {
  const { data } = useEngineQuery('control.get', { controlId })
  return <Crumb words={data?.ref ?? '…'} />
}

function Crumb({ words, href }: { words: string; href?: string | undefined }) {
  if (href === undefined) return <Text size="sm">{words}</Text>
  return (
    <Anchor size="sm" href={href}>
      {words}
    </Anchor>
  )
}
