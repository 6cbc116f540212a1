import { type ControlFilter, controlCriteria, controlRows, versionsOf } from '../../../db/control.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ControlDetail, ControlSummary, ControlVersion } from '../../../shared/contract/control.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { addDays } from '../../../shared/period/dayCount.ts'

/** @returns a page of controls by reference, with their criteria and counts */
export function summariseControls(
  reader: Reader,
  filter: ControlFilter,
  page: { offset: number; limit: number },
): ControlSummary[] {
  const criteria = Map.groupBy(controlCriteria(reader, filter.engagementId), ({ controlId }) => controlId)
  return controlRows(reader, filter, page).map((row) => ({
    ...row,
    criteria: (criteria.get(row.controlId) ?? []).map(({ criterionId }) => criterionId),
  }))
}

/** @returns a control with all its wordings */
export function describeControl(reader: Reader, { id, engagementId }: EntityRow<'control'>): ControlDetail {
  const [summary] = summariseControls(reader, { engagementId, controlId: id }, { offset: 0, limit: 1 })
  if (summary === undefined) throw new TypeError('A control has a wording')
  return { ...summary, engagementId, wording: wordingOf(reader, id) }
}

/** @returns the wordings of a control by their first days; each stands until the day before the next one */
export function wordingOf(reader: Reader, controlId: string): ControlVersion[] {
  return versionsOf(reader, controlId).map((version, at, all) => {
    const { controlVersionId, effectiveOn, description, frequency, type, nature } = version
    const next = all[at + 1]
    const untilOn = next === undefined ? null : addDays(next.effectiveOn, -1)
    return { controlVersionId, effectiveOn, untilOn, description, frequency, type, nature }
  })
}
