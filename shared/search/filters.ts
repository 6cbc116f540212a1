import { kindNames } from './searchKinds.ts'

/** Names of the filters, each with the values that it can have; `null` where any text can be meant. */
export const filters = {
  /** What is found: `kind:evidence`. */
  kind: Object.keys(kindNames),
  /** The reference of a control, or a criterion that it is mapped to: `control:CHG-01`, `control:CC6.1`. */
  control: null,
  /** The criterion of a control or a conclusion: `criterion:CC6.1`. */
  criterion: null,
  /** What a cell of a test sheet, a conclusion or a part of the opinion came to. */
  outcome: [
    'pass',
    'deviation',
    'not_applicable',
    'effective',
    'effective_with_deviations',
    'not_effective',
    'did_not_occur',
    'not_concluded',
    'unqualified',
    'qualified',
    'adverse',
    'disclaimer',
  ],
  /** Where a deviation, a request or a note stands. */
  status: ['open', 'confirmed', 'evaluated', 'concluded', 'closed', 'cleared'],
  /** Initials or name of who recorded, drew, imported or wrote it: `by:AC`, `by:"Ada Cole"`. */
  by: null,
  /** The ending of a file's name: `type:pdf`. */
  type: null,
} as const satisfies Record<string, readonly string[] | null>

export type FilterName = keyof typeof filters

export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(filters, name)
}
