import type { Engagement } from '../../shared/contract/engagement.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { links } from '../app/links.ts'

/** A number of the dashboard: what it counts, how much of it is done (`null`: nothing to be done), where it comes from. */
export type ProgressTile = { label: string; value: string; share: number | null; href: string }

/** @returns the numbers of an engagement in the order of the work */
export function progressTiles(
  engagementId: string,
  { reportType, progress }: Pick<Engagement, 'reportType' | 'progress'>,
): ProgressTile[] {
  const of = (label: string, done: number, all: number, href: string): ProgressTile => ({
    label,
    value: `${done} of ${all}`,
    share: all === 0 ? null : done / all,
    href,
  })
  const { criteria, criteriaWithoutControl, samples, sampleItems, deviations, deviationsOpen } = progress
  return [
    of('Criteria with a control', criteria - criteriaWithoutControl, criteria, links.scope(engagementId)),
    ...(reportType === 'type1' ? [] : testing()),
    of('Deviations concluded', deviations - deviationsOpen, deviations, links.deviations(engagementId)),
    of('Controls concluded', progress.controlsConcluded, progress.controls, links.controls(engagementId)),
  ]

  /** Without a period nothing is drawn and no operation tested. */
  function testing(): ProgressTile[] {
    return [
      of('Populations concluded', progress.populationsConcluded, progress.populations, links.populations(engagementId)),
      {
        label: 'Items in samples',
        value: samples === 1 ? `${sampleItems} in 1 sample` : `${sampleItems} in ${samples} samples`,
        share: null,
        href: links.controls(engagementId),
      },
      of('Results recorded', progress.resultsRecorded, progress.resultsExpected, links.controls(engagementId)),
    ]
  }
}

/** @returns how many requests wait for the client; none while they are not loaded or nothing was asked for */
export function requestTile(engagementId: string, counts?: ResultOf<'request.list'>['counts']): ProgressTile[] {
  if (counts === undefined) return []
  const { open, overdue, received, closed } = counts
  const all = open + received + closed
  if (all === 0) return []
  const value = overdue === 0 ? `${open} open` : `${open} open, ${overdue} overdue`
  return [{ label: 'Requests to the client', value, share: (all - open) / all, href: links.requests(engagementId) }]
}
