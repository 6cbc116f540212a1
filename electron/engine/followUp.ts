import { followUpRows } from '../../db/prior.ts'
import type { followUpContract } from '../../shared/contract/followUp.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, update } from '../../shared/journal/change.ts'
import { loadControl } from './control/load.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const followUp: Handlers<typeof followUpContract> = {
  'followUp.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return {
      followUps: followUpRows(reader, engagementId, controlId ?? null).map(
        ({ id, engagementId: _of, by: _by, byName, ...row }) => ({ followUpId: id, ...row, by: byName }),
      ),
    }
  },

  'followUp.add': ({ engagementId, controlId, cause, nature, managementResponse, ...told }, { reader, newId }) => {
    loadEngagement(reader, engagementId)
    if (controlId !== undefined) loadControl(reader, controlId, engagementId)
    const followUpId = newId()
    const changes = create('followUp', followUpId, {
      ...told,
      controlId: controlId ?? null,
      cause: cause ?? null,
      nature: nature ?? null,
      managementResponse: managementResponse ?? null,
      status: 'open',
    })
    return { engagementId, changes, answer: () => ({ followUpId }) }
  },

  'followUp.settle': ({ followUpId, status, remark = '' }, { reader, actor, now }) => {
    const before = reader.get('followUp', followUpId)
    if (before === undefined) throw new DomainError('followUp.not_found', { followUpId })
    const said = remark.trim()
    if (status !== 'open' && said === '') throw new DomainError('followUp.remark_required')
    const changed = differingFields(before, { status, remark: said === '' ? null : said })
    const isSame = Object.keys(changed).length === 0
    const stamp = { by: actor.practitionerId, at: now.at }
    return {
      engagementId: before.engagementId,
      changes: isSame ? [] : update('followUp', followUpId, { ...changed, ...stamp }),
      answer: () => ({}),
    }
  },
}
