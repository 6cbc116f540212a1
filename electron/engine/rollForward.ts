import type { rollForwardContract } from '../../shared/contract/rollForward.ts'
import type { Handlers } from './handler.ts'
import { previewRollForward } from './rollForward/preview.ts'
import { chainOf, setPrior } from './rollForward/priorPeriod.ts'
import { rollForwardEngagement } from './rollForward/rollForward.ts'

export const rollForward: Handlers<typeof rollForwardContract> = {
  'engagement.previewRollForward': ({ engagementId }, { reader }) => previewRollForward(reader, engagementId),
  'engagement.rollForward': rollForwardEngagement,
  'engagement.setPrior': setPrior,
  'engagement.chain': ({ engagementId }, context) => ({ chain: chainOf(context, engagementId) }),
}
