import { conflictsOf, countConflicts, keptAgainstDeletion } from '../../db/conflict.ts'
import type { conflictContract } from '../../shared/contract/conflict.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { update } from '../../shared/journal/change.ts'
import { deletedField } from '../../shared/model/entities.ts'
import { describeConflict } from './conflict/describe.ts'
import { renumber } from './conflict/renumber.ts'
import { resolveConflict } from './conflict/resolve.ts'
import { settlementsOf } from './conflict/settlements.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const conflict: Handlers<typeof conflictContract> = {
  'conflict.list': ({ engagementId, offset, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    return {
      total: countConflicts(reader, engagementId),
      conflicts: conflictsOf(reader, engagementId, { offset, limit }).map((row) => describeConflict(reader, row)),
    }
  },

  'conflict.resolve': (params, context) => resolveConflict(params, context),

  'settlement.list': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { settlements: settlementsOf(reader, engagementId) }
  },

  'settlement.renumber': (params, context) => renumber(params, context),

  'settlement.keepDeleted': ({ engagementId, entity, id, delete: isDeleted }, { reader }) => {
    const kept = keptAgainstDeletion(reader, engagementId)
    if (!kept.some((row) => row.entity === entity && row.id === id)) throw new DomainError('settlement.not_found')
    return { engagementId, changes: [{ entity, id, field: deletedField, value: isDeleted }], answer: () => ({}) }
  },

  'settlement.explainSample': ({ sampleId, reason }, { reader }) => {
    const sample = reader.get('sample', sampleId)
    if (sample === undefined) throw new DomainError('sample.not_found', { sampleId })
    return {
      engagementId: sample.engagementId,
      changes: update('sample', sampleId, { redrawReason: reason }),
      answer: () => ({}),
    }
  },
}
