import type { lockContract } from '../../shared/contract/lock.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { addAddendum, attachToAddendum, reviewAddendum } from './lock/addendum.ts'
import { setDates } from './lock/dates.ts'
import { destroyFiles } from './lock/destroy.ts'
import { firmDocumentation, setFirmDocumentation } from './lock/firmDocumentation.ts'
import { liftHold, placeHold } from './lock/hold.ts'
import { closeLateChange, openLateChange, reviewLateChange } from './lock/lateChange.ts'
import { lockFile } from './lock/lockFile.ts'
import { standingOf } from './lock/standing.ts'

export const lock: Handlers<typeof lockContract> = {
  'engagement.standing': ({ engagementId, today }, { reader }) => {
    loadEngagement(reader, engagementId)
    return standingOf(reader, engagementId, today)
  },
  'engagement.setDates': setDates,
  'engagement.openLateChange': openLateChange,
  'engagement.closeLateChange': closeLateChange,
  'engagement.reviewLateChange': reviewLateChange,
  'engagement.lock': lockFile,
  'engagement.addendum': addAddendum,
  'engagement.attachToAddendum': attachToAddendum,
  'engagement.reviewAddendum': reviewAddendum,
  'engagement.placeHold': placeHold,
  'engagement.liftHold': liftHold,
  'engagement.destroy': destroyFiles,
  'firm.documentation': (_params, { reader }) => firmDocumentation(reader),
  'firm.setDocumentation': setFirmDocumentation,
}
