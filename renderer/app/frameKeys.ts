import type { ReportType } from '../../shared/contract/engagement.ts'
import { links } from './links.ts'
import { sectionsOf } from './sections.ts'

/** Keys that lead to a screen from everywhere. */
type FrameKey = { keys: string; label: string; link: string; yields?: true }

/** @returns the keys that lead to every screen without a paper of its own, in an engagement or without one */
export function frameKeys(engagementId: string | undefined, reportType: ReportType | undefined): FrameKey[] {
  return [
    { keys: 'g h', label: 'Engagements', link: links.engagements },
    ...(engagementId === undefined
      ? []
      : sectionsOf(reportType).map(({ keys, label, link }) => ({ keys, label, link: link(engagementId) }))),
    { keys: '/', label: 'Search', link: links.search(engagementId), yields: true },
    { keys: 'g f', label: 'Search in all papers', link: links.search(engagementId) },
    { keys: 'g k', label: 'Keys of colleagues', link: links.keys },
    { keys: ',', label: 'Settings', link: links.settings },
  ]
}
