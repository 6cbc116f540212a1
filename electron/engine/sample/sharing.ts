import { showAgain } from '../../../db/hiddenRow.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { loadControl } from '../control/load.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadSample } from './load.ts'

type Nothing = Record<string, never>

/** Lets another control's procedures be performed on a sample. @throws DomainError `sample.not_found`, `control.not_found`, `sample.own_control` */
export function shareSample(
  { sampleId, controlId, reason }: CheckedParamsOf<'sample.share'>,
  { reader, actor, now }: CommandContext,
): Outcome<Nothing> {
  const sample = loadSample(reader, sampleId)
  loadControl(reader, controlId, sample.engagementId)
  if (sample.controlId === controlId) throw new DomainError('sample.own_control')
  const id = `${sampleId}:${controlId}`
  const fields = { sampleId, controlId, reason, by: actor.practitionerId, at: now.at }
  return {
    engagementId: sample.engagementId,
    changes: [...create('sampleControl', id, fields), ...showAgain(reader, 'sampleControl', id)],
    answer: () => ({}),
  }
}

/** @throws DomainError `sample.not_found`, `sample.not_shared`, `sample.shared_in_use` */
export function unshareSample(
  { sampleId, controlId }: CheckedParamsOf<'sample.unshare'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const { engagementId } = loadSample(reader, sampleId)
  const id = `${sampleId}:${controlId}`
  if (reader.get('sampleControl', id) === undefined) throw new DomainError('sample.not_shared')
  if (reader.list('procedure', { sampleId, controlId }).length > 0) throw new DomainError('sample.shared_in_use')
  return { engagementId, changes: hide('sampleControl', id), answer: () => ({}) }
}

/** Says what else a sample serves. @throws DomainError `sample.not_found` */
export function describeSampleUse(
  { sampleId, dualPurpose }: CheckedParamsOf<'sample.describe'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const { engagementId, dualPurpose: before } = loadSample(reader, sampleId)
  const said = dualPurpose === '' ? null : dualPurpose
  const changes = said === before ? [] : update('sample', sampleId, { dualPurpose: said })
  return { engagementId, changes, answer: () => ({}) }
}
