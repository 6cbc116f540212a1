import type { ControlRow, VersionRow } from '../../../db/control.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ControlWords } from '../../../shared/control/spelling.ts'
import { type Change, create, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'

/** A control as it stands: its latest wording, and the criteria that it answers. */
export type StandingControl = Pick<ControlRow, 'controlId' | 'ref' | 'title' | 'owner' | 'organisationId'> & {
  latest: VersionRow
  criteria: readonly string[]
}

export type Wording = { description: string } & ControlWords

/** What a control is to be. A field that is `undefined` stays as it is. */
export type WantedControl = {
  ref: string
  title: string
  owner?: string | null | undefined
  organisationId?: string | null | undefined
  criteria?: readonly string[] | undefined
  wording: { [F in keyof Wording]?: Wording[F] | undefined }
}

/** What a new control is: every word of its wording is known. */
export type NewControl = Omit<WantedControl, 'wording'> & { wording: Wording; effectiveOn: string }

/** @returns the changes for a new control, its wording from a day on, and its criteria */
export function newControl(newId: () => string, control: NewControl): { controlId: string; changes: Change[] } {
  const controlId = newId()
  const { ref, title, owner, organisationId = null, criteria = [], wording, effectiveOn } = control
  const changes = [
    ...create('control', controlId, { ref, title, owner: owner ?? null, organisationId }),
    ...create('controlVersion', newId(), { controlId, effectiveOn, ...wording }),
    ...criteria.flatMap((criterionId) => mapping(controlId, criterionId, true)),
  ]
  return { controlId, changes }
}

/** @returns the changes that make a control what it is to be; none where it is so already */
export function changedControl(reader: Reader, before: StandingControl, wanted: WantedControl): Change[] {
  const { controlId, latest } = before
  const { ref, title, owner = before.owner, criteria = before.criteria } = wanted
  const { organisationId = before.organisationId } = wanted
  return [
    ...update('control', controlId, differingFields(before, { ref, title, owner, organisationId })),
    ...update('controlVersion', latest.controlVersionId, differingFields(latest, said(wanted.wording))),
    ...criteria.filter((id) => !before.criteria.includes(id)).flatMap((id) => mapAgain(reader, controlId, id)),
    ...before.criteria.filter((id) => !criteria.includes(id)).flatMap((id) => unmapped(controlId, id)),
  ]
}

function said(wording: WantedControl['wording']): Partial<Wording> {
  return Object.fromEntries(Object.entries(wording).filter(([, value]) => value !== undefined))
}

const mappingId = (controlId: string, criterionId: string) => `${controlId}:${criterionId}`

function mapping(controlId: string, criterionId: string, mapped: boolean): Change[] {
  return create('controlCriterion', mappingId(controlId, criterionId), { controlId, criterionId, mapped })
}

function mapAgain(reader: Reader, controlId: string, criterionId: string): Change[] {
  const shown = showAgain(reader, 'controlCriterion', mappingId(controlId, criterionId))
  return [...mapping(controlId, criterionId, true), ...shown]
}

function unmapped(controlId: string, criterionId: string): Change[] {
  return update('controlCriterion', mappingId(controlId, criterionId), { mapped: false })
}
