import { allVersions, controlCriteria, versionsOf } from '../../../db/control.ts'
import type { Reader } from '../../../db/reader.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { StandingControl } from './changes.ts'

/** @returns the controls of an engagement as they stand, by reference */
export function standingControls(reader: Reader, engagementId: string): Map<string, StandingControl> {
  const versions = Map.groupBy(allVersions(reader, engagementId), ({ controlId }) => controlId)
  const criteria = Map.groupBy(controlCriteria(reader, engagementId), ({ controlId }) => controlId)
  const controls = reader.list('control', { engagementId }).flatMap((row) => {
    const latest = versions.get(row.id)?.at(-1)
    const mapped = (criteria.get(row.id) ?? []).map(({ criterionId }) => criterionId)
    return latest === undefined ? [] : [{ ...standing(row), latest, criteria: mapped }]
  })
  return new Map(controls.map((control) => [control.ref, control]))
}

/** @returns one control as it stands */
export function standingControl(reader: Reader, row: EntityRow<'control'>): StandingControl {
  const latest = versionsOf(reader, row.id).at(-1)
  if (latest === undefined) throw new TypeError('A control has a wording')
  const criteria = controlCriteria(reader, row.engagementId)
    .filter(({ controlId }) => controlId === row.id)
    .map(({ criterionId }) => criterionId)
  return { ...standing(row), latest, criteria }
}

const standing = ({ id, ref, title, owner, organisationId }: EntityRow<'control'>) => ({
  controlId: id,
  ref,
  title,
  owner,
  organisationId,
})
