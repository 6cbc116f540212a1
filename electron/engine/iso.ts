import type { isoContract } from '../../shared/contract/iso.ts'
import { isoCatalogue, isoNotice } from './catalogue/isoCatalogue.ts'
import type { Handlers } from './handler.ts'
import { saveApplicability } from './iso/applicability.ts'
import { concludeIso, removeIsoConclusion } from './iso/conclude.ts'
import { exportIso } from './iso/export.ts'
import { mapIso, proposeIso } from './iso/mapping.ts'
import { describeIso } from './iso/view.ts'

export const iso: Handlers<typeof isoContract> = {
  'iso.catalogue': ({ edition }) => ({ requirements: [...isoCatalogue[edition]], notice: isoNotice }),

  'iso.proposals': (params, { reader }) => ({ proposals: proposeIso(reader, params) }),

  'iso.map': mapIso,

  'iso.view': ({ engagementId, edition }, { reader }) => ({
    requirements: describeIso(reader, engagementId, edition),
    notice: isoNotice,
  }),

  'iso.saveApplicability': saveApplicability,

  'iso.conclude': concludeIso,

  'iso.removeConclusion': removeIsoConclusion,

  'iso.export': exportIso,
}
