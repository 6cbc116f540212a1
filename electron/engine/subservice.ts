import type { subserviceContract } from '../../shared/contract/subservice.ts'
import type { Handlers } from './handler.ts'
import { removeComplementary, saveComplementary } from './subservice/complementary.ts'
import { describeComplementary, describeMatrix, describeOrganisations } from './subservice/describe.ts'
import { exportComplementary } from './subservice/export.ts'
import { removeOrganisation, removeReport, saveOrganisation, saveReport } from './subservice/organisations.ts'

export const subservice: Handlers<typeof subserviceContract> = {
  'subservice.save': saveOrganisation,

  'subservice.remove': removeOrganisation,

  'subservice.saveReport': saveReport,

  'subservice.removeReport': removeReport,

  'subservice.list': ({ engagementId }, { reader }) => ({ organisations: describeOrganisations(reader, engagementId) }),

  'complementary.save': saveComplementary,

  'complementary.remove': removeComplementary,

  'complementary.list': ({ engagementId, kind }, { reader }) => ({
    controls: describeComplementary(reader, engagementId, kind),
  }),

  'complementary.matrix': ({ engagementId }, { reader }) => ({ rows: describeMatrix(reader, engagementId) }),

  'complementary.export': exportComplementary,
}
