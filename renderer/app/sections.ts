import type { ReportType } from '../../shared/contract/engagement.ts'
import { links } from './links.ts'

/** `takenOnAs` names it among the sections that people take on. */
type Section = { label: string; keys: string; link: (engagementId: string) => string; takenOnAs?: string }

/** The sections of an engagement, in the order of the work, with the keys that lead there. */
export const sections: readonly Section[] = [
  { label: 'Dashboard', keys: 'g d', link: links.dashboard },
  { label: 'Scope', keys: 'g s', link: links.scope, takenOnAs: 'scope' },
  { label: 'System description', keys: 'g n', link: links.description },
  { label: 'Narratives and notes', keys: 'g w', link: links.narratives },
  { label: 'Controls', keys: 'g c', link: links.controls },
  { label: 'Populations', keys: 'g p', link: links.populations, takenOnAs: 'populations' },
  { label: 'Evidence', keys: 'g e', link: links.evidence, takenOnAs: 'evidence' },
  { label: 'Tickmarks', keys: 'g t', link: links.tickmarks },
  { label: 'Requests', keys: 'g q', link: links.requests, takenOnAs: 'requests' },
  { label: 'Deviations', keys: 'g x', link: links.deviations, takenOnAs: 'deviations' },
  { label: 'Conclusions and opinion', keys: 'g o', link: links.conclusions, takenOnAs: 'opinion' },
  { label: 'ISO 27001', keys: 'g i', link: links.iso },
  { label: 'Gates and lock', keys: 'g l', link: links.gates },
  { label: 'Report', keys: 'g r', link: links.report, takenOnAs: 'report' },
  { label: 'Compare', keys: 'g y', link: links.compare },
  { label: 'Review', keys: 'g v', link: links.review },
  { label: 'Bundles', keys: 'g b', link: links.bundles },
  { label: 'Journal', keys: 'g j', link: links.journal },
]

/** @returns the sections of an engagement of this type: without a period there is no population to draw from */
export const sectionsOf = (reportType: ReportType | undefined) =>
  reportType === 'type1' ? sections.filter(({ link }) => link !== links.populations) : sections
