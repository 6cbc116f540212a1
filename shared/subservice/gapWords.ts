import type { MatrixRow } from '../contract/subservice.ts'

/** What a gap of the matrix is called in the window and in a list. */
export const gapWords: Record<MatrixRow['gaps'][number], string> = {
  only_complementary: 'met only by what others operate',
  organisation_not_covered: "an organisation's reports leave days open",
  nothing: 'nothing answers it',
}
