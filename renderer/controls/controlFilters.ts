import type { ControlSummary } from '../../shared/contract/control.ts'
import type { ReportType } from '../../shared/contract/engagement.ts'

/** What the list of controls can be narrowed to. */
export const controlFilters = {
  all: { label: 'All', holds: () => true },
  noProcedure: { label: 'Without a procedure', holds: ({ procedures }: ControlSummary) => procedures === 0 },
  deviations: { label: 'With deviations', holds: ({ deviations }: ControlSummary) => deviations > 0 },
  organisation: {
    label: 'Of an organisation',
    holds: ({ organisationId }: ControlSummary) => organisationId !== null,
  },
  designOpen: { label: 'Design not concluded', holds: ({ design }: ControlSummary) => design === null },
  open: { label: 'Operation not concluded', holds: ({ operation }: ControlSummary) => operation === null },
} as const

export type ControlFilter = keyof typeof controlFilters

/** @returns the filters of an engagement of this type, by name, with their labels: as of a date nothing operates over time */
export function filterLabelsOf(reportType: ReportType | undefined): Record<string, string> {
  const other: ControlFilter = reportType === 'type1' ? 'open' : 'designOpen'
  return Object.fromEntries(
    Object.entries(controlFilters)
      .filter(([name]) => name !== other)
      .map(([name, { label }]) => [name, label]),
  )
}
