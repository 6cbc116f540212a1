import type { signOffContract } from '../../shared/contract/signOff.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create } from '../../shared/journal/change.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { addSignOff } from './signOff/add.ts'
import { signOffDifference } from './signOff/difference.ts'
import { loadSignOff, signOffsOf } from './signOff/load.ts'

export const signOff: Handlers<typeof signOffContract> = {
  'signOff.add': addSignOff,

  'signOff.withdraw': ({ signOffId, reason }, { reader, actor, now }) => {
    const { engagementId, by } = loadSignOff(reader, signOffId)
    if (by !== actor.practitionerId) throw new DomainError('signOff.not_yours')
    if (reader.get('signOffWithdrawal', signOffId) !== undefined) throw new DomainError('signOff.withdrawn')
    const stamp = { by: actor.practitionerId, at: now.at }
    return {
      engagementId,
      changes: create('signOffWithdrawal', signOffId, { signOffId, reason, ...stamp }),
      answer: () => ({}),
    }
  },

  'signOff.list': ({ engagementId, target }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { signOffs: signOffsOf(reader, engagementId, target) }
  },

  'signOff.difference': ({ signOffId }, { reader }) => signOffDifference(reader, signOffId),
}
