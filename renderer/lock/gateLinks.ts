import type { GatePlace } from '../../shared/contract/gates.ts'
import { links } from '../app/links.ts'

const screens: Record<string, (engagementId: string, id: string) => string> = {
  control: links.control,
  criterion: (engagementId) => links.conclusions(engagementId),
  population: links.population,
  procedure: links.sheet,
  evidence: (engagementId) => links.evidence(engagementId),
  deviation: (engagementId) => links.deviations(engagementId),
  opinion: (engagementId) => links.conclusions(engagementId),
}

/** @returns the screen of the paper that a gate is about; what has no other is on the screen of the gates itself */
export function placeLink(engagementId: string, { entity, id }: GatePlace): string {
  return screens[entity]?.(engagementId, id) ?? links.gates(engagementId)
}
