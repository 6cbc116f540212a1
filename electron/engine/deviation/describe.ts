import { mappedControls } from '../../../db/criterion.ts'
import { compensationRows, type DeviationRow, deviationRows } from '../../../db/deviation.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Deviation } from '../../../shared/contract/deviation.ts'

/** @returns the deviations of an engagement, or of one control, with everything that belongs to them, by number */
export function describeDeviations(reader: Reader, engagementId: string, controlId: string | null): Deviation[] {
  const criteria = Map.groupBy(mappedControls(reader, engagementId), (mapping) => mapping.controlId)
  const compensations = Map.groupBy(compensationRows(reader, engagementId), ({ deviationId }) => deviationId)
  return deviationRows(reader, engagementId, controlId).map((row) => {
    const { aspect: _aspect, extensionJson, ...told } = row
    const { confirmedBy, confirmedAt, evaluatedBy, evaluatedAt, concludedBy, concludedAt, ...deviation } = told
    return {
      ...deviation,
      criteria: (criteria.get(row.controlId) ?? []).map(({ criterionId }) => criterionId),
      compensations: (compensations.get(row.deviationId) ?? []).map(({ deviationId: _id, ...each }) => each),
      extension: extensionOf(reader, extensionJson),
      confirmed: step(confirmedBy, confirmedAt),
      evaluated: step(evaluatedBy, evaluatedAt),
      concluded: step(concludedBy, concludedAt),
    }
  })
}

const step = (by: string | null, at: string | null) => (by === null || at === null ? null : { by, at })

function extensionOf(reader: Reader, json: DeviationRow['extensionJson']): Deviation['extension'] {
  if (json === null) return null
  const { sampleId, number } = JSON.parse(json) as { sampleId: string; number: number }
  const extension = reader.get('sample', sampleId)?.extensions[number - 1]
  return extension === undefined ? null : { sampleId, number, by: extension.by, reason: extension.reason }
}
