import type { GateCode, GatePlace } from '../../shared/contract/gates.ts'
import { isRecordKind } from '../../shared/record/record.ts'
import { links } from '../app/links.ts'
import { recordLink } from '../records/recordLink.ts'

/** Papers that are not settled where they are shown, but here. */
const settledAt: Record<string, (engagementId: string) => string> = {
  criterion: (engagementId) => links.conclusions(engagementId),
  descriptionCriterion: (engagementId) => links.description(engagementId),
  engagement: (engagementId) => links.gates(engagementId),
  letter: (engagementId) => links.gates(engagementId),
}

/** @returns where to settle what a gate is about; what has no place is on the screen of the gates itself */
export function placeLink(engagementId: string, code: GateCode, { entity, id, within }: GatePlace): string {
  if (code === 'conflict_open') return links.bundles(engagementId)
  const settled = settledAt[entity]
  if (settled !== undefined) return settled(engagementId)
  // A procedure that waits for results is worked on in its test sheet.
  if (entity === 'procedure' && within === undefined) return links.sheet(engagementId, id)
  return isRecordKind(entity)
    ? recordLink(engagementId, { kind: entity, id, within: within ?? null })
    : links.gates(engagementId)
}
