import { controlCriteria } from '../../../db/control.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { IsoProposal } from '../../../shared/contract/iso.ts'
import { isoProposals } from '../../../shared/iso/proposals.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { isoCatalogue } from '../catalogue/isoCatalogue.ts'
import { loadControl } from '../control/load.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadRequirement } from './load.ts'

/** @throws DomainError `engagement.not_found`, `control.not_found`, `iso.requirement_not_found` */
export function mapIso(
  { engagementId, edition, mappings }: CheckedParamsOf<'iso.map'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'iso.map'>> {
  loadEngagement(reader, engagementId)
  const standing = new Map(reader.list('isoMapping', { engagementId, edition }).map((row) => [row.id, row]))
  const wanted = new Map(
    mappings.map((mapping) => [`${mapping.controlId}:${edition}:${mapping.requirementId}`, mapping]),
  )
  for (const controlId of new Set(mappings.map((mapping) => mapping.controlId))) {
    loadControl(reader, controlId, engagementId)
  }
  const changes = [...wanted].map(([id, { controlId, requirementId, mapped, basis }]) => {
    loadRequirement(edition, requirementId)
    const before = standing.get(id)
    const fields = { mapped, basis }
    return before === undefined
      ? create('isoMapping', id, { controlId, edition, requirementId, ...fields })
      : update('isoMapping', id, differingFields(before, fields))
  })
  return {
    engagementId,
    changes: changes.flat(),
    answer: () => ({ changed: changes.filter((each) => each.length > 0).length }),
  }
}

/** @throws DomainError `engagement.not_found` */
export function proposeIso(
  reader: Reader,
  { engagementId, edition, weakest }: CheckedParamsOf<'iso.proposals'>,
): IsoProposal[] {
  loadEngagement(reader, engagementId)
  const settled = new Set(reader.list('isoMapping', { engagementId, edition }).map(({ id }) => id))
  const criteria = Map.groupBy(controlCriteria(reader, engagementId), ({ controlId }) => controlId)
  const controls = reader.list('control', { engagementId }, 'ref').map(({ id, ref }) => ({
    controlId: id,
    ref,
    criteria: (criteria.get(id) ?? []).map(({ criterionId }) => criterionId),
  }))
  return isoProposals(controls, isoCatalogue[edition], weakest, (controlId, requirementId) =>
    settled.has(`${controlId}:${edition}:${requirementId}`),
  )
}
