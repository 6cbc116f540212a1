import { mappedControls } from '../../db/criterion.ts'
import { deviationRows, undescribedCells } from '../../db/deviation.ts'
import type { Reader } from '../../db/reader.ts'
import type { deviationContract } from '../../shared/contract/deviation.ts'
import { hide, update } from '../../shared/journal/change.ts'
import { loadDeviation, saveDeviation } from './deviation/save.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const deviation: Handlers<typeof deviationContract> = {
  'deviation.save': saveDeviation,

  'deviation.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    const criteria = criteriaByControl(reader, engagementId)
    return {
      deviations: deviationRows(reader, engagementId, controlId ?? null).map(({ aspect: _aspect, ...row }) => ({
        ...row,
        criteria: criteria.get(row.controlId) ?? [],
      })),
      undescribed: undescribedCells(reader, engagementId, controlId ?? null).map(
        ({ aspect: _aspect, ...cell }) => cell,
      ),
    }
  },

  // The reason is kept where the reasoning about a deviation is kept: the journal shows it together with the removal.
  'deviation.remove': ({ deviationId, reason }, { reader }) => {
    const { engagementId } = loadDeviation(reader, deviationId)
    return {
      engagementId,
      changes: [
        ...update('deviation', deviationId, { effect: `Removed: ${reason}` }),
        ...hide('deviation', deviationId),
      ],
      answer: () => ({}),
    }
  },
}

function criteriaByControl(reader: Reader, engagementId: string): Map<string, string[]> {
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ controlId }) => controlId)
  return new Map(
    [...mapped].map(([controlId, criteria]) => [controlId, criteria.map(({ criterionId }) => criterionId)]),
  )
}
