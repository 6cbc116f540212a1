import type { SectionKey } from './document.ts'

/** A firm's choices for its reports; each saved state is a version of its own. */
export type ReportSettings = {
  firmName: string
  /** City, or city and state, of the office that signs. */
  firmPlace: string
  author: string
  sectionOrder: readonly SectionKey[]
  /** The word for a deviation; practice uses both. */
  deviationWord: 'deviation' | 'exception'
  /** Where there is a deviation the number tested is always told; without one only where the firm discloses it. */
  sampleSizes: 'with_deviations' | 'always'
  /** The wording of the auditor's report that ships is a sample, and says so, until the firm adopts it. */
  auditorsWording: 'sample' | 'adopted'
}

/** What a firm that chose nothing starts from. */
export const usualSettings: ReportSettings = {
  firmName: '',
  firmPlace: '',
  author: '',
  sectionOrder: ['auditorsReport', 'assertion', 'description', 'tests', 'other'],
  deviationWord: 'deviation',
  sampleSizes: 'with_deviations',
  auditorsWording: 'sample',
}
