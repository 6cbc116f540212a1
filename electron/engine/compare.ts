import type { compareContract } from '../../shared/contract/compare.ts'
import { compareTwo } from './compare/compare.ts'
import { draftSignificantChanges } from './compare/drafts.ts'
import { reuseOf } from './compare/reuse.ts'
import { trendOf } from './compare/trend.ts'
import type { Handlers } from './handler.ts'

export const compare: Handlers<typeof compareContract> = {
  'engagement.compare': compareTwo,
  'engagement.draftChanges': draftSignificantChanges,
  'engagement.trend': trendOf,
  'engagement.reuse': ({ engagementId }, context) => reuseOf(engagementId, context),
}
