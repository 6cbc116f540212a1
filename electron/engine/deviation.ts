import { undescribedCells } from '../../db/deviation.ts'
import type { deviationContract } from '../../shared/contract/deviation.ts'
import { proposedCondition } from '../../shared/deviation/proposedCondition.ts'
import { countByStatus, selectDeviations } from '../../shared/deviation/register.ts'
import { hide, update } from '../../shared/journal/change.ts'
import { advanceDeviation } from './deviation/advance.ts'
import { describeDeviations } from './deviation/describe.ts'
import { exportDeviations } from './deviation/export.ts'
import { checkNotConcluded, loadDeviation } from './deviation/load.ts'
import { saveDeviation } from './deviation/save.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const deviation: Handlers<typeof deviationContract> = {
  'deviation.save': saveDeviation,

  'deviation.advance': advanceDeviation,

  'deviation.list': ({ engagementId, ...selection }, { reader }) => {
    loadEngagement(reader, engagementId)
    const controlId = selection.controlId ?? null
    const all = describeDeviations(reader, engagementId, controlId)
    return {
      deviations: selectDeviations(all, selection),
      counts: countByStatus(all),
      people: [...new Set(all.map(({ recordedBy }) => recordedBy))].toSorted(),
      undescribed: undescribedCells(reader, engagementId, controlId).map(
        ({ aspect: _aspect, text, expected, note, ...cell }) => ({
          ...cell,
          proposedCondition: proposedCondition({ itemId: cell.itemId, letter: cell.attribute, text, expected, note }),
        }),
      ),
    }
  },

  'deviation.export': exportDeviations,

  'deviation.remove': ({ deviationId, reason }, { reader }) => {
    const before = loadDeviation(reader, deviationId)
    checkNotConcluded(before)
    return {
      engagementId: before.engagementId,
      changes: [...update('deviation', deviationId, { removedBecause: reason }), ...hide('deviation', deviationId)],
      answer: () => ({}),
    }
  },
}
