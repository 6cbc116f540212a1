import type { ControlSummary } from '../../shared/contract/control.ts'

/** What the list of controls can be narrowed to. */
export const controlFilters = {
  all: { label: 'All', holds: () => true },
  noProcedure: { label: 'Without a procedure', holds: ({ procedures }: ControlSummary) => procedures === 0 },
  deviations: { label: 'With deviations', holds: ({ deviations }: ControlSummary) => deviations > 0 },
  open: { label: 'Operation not concluded', holds: ({ operation }: ControlSummary) => operation === null },
} as const

export type ControlFilter = keyof typeof controlFilters
