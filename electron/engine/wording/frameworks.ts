import type { Framework } from '../../../shared/contract/wording.ts'
import { tscCriteria, tscNotice } from '../catalogue.ts'
import { descriptionCriteria, descriptionNotice } from '../catalogue/descriptionCriteria.ts'
import { isoCatalogue, isoNotice } from '../catalogue/isoCatalogue.ts'

/** A catalogue as a firm's wording meets it. */
export type WordedFramework = { framework: Framework; name: string; notice: string; ids: readonly string[] }

/** The catalogues of the program, with the ids that a wording can be given for. */
export const wordedFrameworks: readonly WordedFramework[] = [
  {
    framework: 'tsc-2017',
    name: 'Trust Services Criteria 2017',
    notice: tscNotice,
    ids: tscCriteria.map(({ criterionId }) => criterionId),
  },
  {
    framework: 'dc-200',
    name: 'Description criteria (DC section 200)',
    notice: descriptionNotice,
    ids: descriptionCriteria.map(({ criterionId }) => criterionId),
  },
  {
    framework: 'iso27001-2013',
    name: 'ISO/IEC 27001:2013',
    notice: isoNotice,
    ids: isoCatalogue['2013'].map(({ requirementId }) => requirementId),
  },
  {
    framework: 'iso27001-2022',
    name: 'ISO/IEC 27001:2022',
    notice: isoNotice,
    ids: isoCatalogue['2022'].map(({ requirementId }) => requirementId),
  },
]
