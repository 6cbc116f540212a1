import type { MatrixRow } from '../contract/subservice.ts'

/** What a gap of the matrix is called in the window and in a list. */
export const gapWords: Record<MatrixRow['gaps'][number], string> = {
  only_complementary: 'met only by what others operate',
  organisation_not_covered: "an organisation's reports leave days open",
  organisation_not_tested: 'controls of an included organisation are not tested',
  nothing: 'nothing answers it',
}

/** `HST-01 (Northgrid)`: a control of an included organisation is told from the client's own. */
export const controlWords = ({ ref, organisation }: MatrixRow['controls'][number]): string =>
  organisation === null ? ref : `${ref} (${organisation})`
