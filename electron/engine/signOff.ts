import { signOffRows } from '../../db/review/signOffs.ts'
import type { signOffContract } from '../../shared/contract/signOff.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create } from '../../shared/journal/change.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { addSignOff } from './signOff/add.ts'
import { signOffDifference } from './signOff/difference.ts'
import { describeSignOffs, loadSignOff } from './signOff/load.ts'

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

  'signOff.list': ({ engagementId, target, offset, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    const rows = signOffRows(reader, engagementId, target)
    return { total: rows.length, signOffs: describeSignOffs(reader, engagementId, rows.slice(offset, offset + limit)) }
  },

  'signOff.difference': ({ signOffId }, { reader }) => signOffDifference(reader, signOffId),
}
