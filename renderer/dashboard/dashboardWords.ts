import type { Dashboard, DateAhead } from '../../shared/contract/dashboard.ts'
import type { StepName } from '../../shared/dashboard/phases.ts'
import type { RequestAge } from '../../shared/dashboard/requestAge.ts'
import { links } from '../app/links.ts'

/** What each step counts, and where it is worked on. */
export const stepPlaces: Record<StepName, { words: string; link: (engagementId: string) => string }> = {
  criteria_covered: { words: 'Criteria with a control', link: links.scope },
  controls_with_procedure: { words: 'Controls with a procedure', link: links.controls },
  populations_concluded: { words: 'Populations concluded', link: links.populations },
  procedures_performed: { words: 'Procedures performed', link: links.controls },
  results_recorded: { words: 'Results recorded', link: links.controls },
  controls_concluded: { words: 'Conclusions on controls', link: links.conclusions },
  papers_prepared: { words: 'Papers signed', link: links.review },
  papers_reviewed: { words: 'Papers reviewed', link: links.review },
  notes_cleared: { words: 'Notes cleared', link: links.review },
  deviations_concluded: { words: 'Deviations concluded', link: links.deviations },
  criteria_concluded: { words: 'Conclusions on criteria', link: links.conclusions },
  parts_decided: { words: 'Parts of the opinion', link: links.conclusions },
  report_dated: { words: 'Report dated', link: links.gates },
}

export const requestAgeWords: Record<RequestAge, string> = {
  to_7: 'up to 7 days',
  to_14: '8 to 14 days',
  to_30: '15 to 30 days',
  over_30: 'over 30 days',
}

const dateWords: Record<DateAhead['date'], string> = {
  period_end: 'Period ends',
  report_planned: 'Report planned',
  report: 'Report dated',
  release: 'Released',
  lock: 'File complete by',
}

/** @returns a date in words with how far it is: `Report planned 2026-11-12 (in 23 days)` */
export function dateAheadWords({ date, on, days }: DateAhead): string {
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  const distance = days === 0 ? 'today' : days > 0 ? `in ${count}` : `${count} ago`
  return `${dateWords[date]} ${on} (${distance})`
}

/** @returns a share as a whole percentage, never 100 before everything is done and never 0 once something is */
export function shareWords(share: number | null): string {
  if (share === null) return 'nothing yet'
  if (share > 0 && share < 1) return `${Math.min(99, Math.max(1, Math.round(100 * share)))} %`
  return `${100 * share} %`
}

/** @returns what waits for somebody, in a line: `2 deviations · 1 note · 3 requests, 1 overdue` */
export function openWords({ deviations, notes, requests, requestsOverdue }: Dashboard['open']): string {
  const count = (of: number, one: string) => (of === 0 ? [] : [`${of} ${one}${of === 1 ? '' : 's'}`])
  const overdue = requestsOverdue === 0 ? '' : `, ${requestsOverdue} overdue`
  const asked = count(requests, 'request').map((words) => `${words}${overdue}`)
  return [...count(deviations, 'deviation'), ...count(notes, 'note'), ...asked].join(' · ') || 'nothing'
}
