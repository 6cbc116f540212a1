import type { Evidence, EvidenceFlag, EvidenceTarget } from '../../shared/contract/evidence.ts'
import { links } from '../app/links.ts'

/** @returns a size as people read it: `3.4 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1] ?? ''}`
}

/** @returns where a paper that a file supports is; `null` where there is no screen of its own */
export function targetLink(engagementId: string, { entity, id }: EvidenceTarget): string | null {
  switch (entity) {
    case 'engagement':
      return links.dashboard(engagementId)
    case 'control':
      return links.control(engagementId, id)
    case 'population':
      return links.population(engagementId, id)
    case 'request':
      return links.request(engagementId, id)
    case 'narrative':
      return links.narrative(engagementId, id)
    case 'descriptionCriterion':
      return links.description(engagementId)
    case 'subserviceReport':
      return links.scope(engagementId)
    case 'letter':
      return links.report(engagementId)
    case 'addendum':
      return links.gates(engagementId)
    case 'deviation':
      return links.deviations(engagementId)
    case 'result':
      return links.sheet(engagementId, id.slice(0, id.indexOf(':')))
    case 'procedure':
    case 'walkthrough':
    case 'sampleItem':
      return null
  }
}

/**
 * @param flagWords what its flags say to a reader
 * @returns whether the file's facts hold each word that is looked for; of its hash a word is the beginning, since two digits are in the middle of many
 */
export function matches(evidence: Evidence, words: string, flagWords: Record<EvidenceFlag, string>): boolean {
  const text = [
    evidence.name,
    evidence.note,
    evidence.receivedFrom,
    evidence.importedBy,
    ...evidence.targets.map((target) => target.words),
    ...evidence.flags.map((flag) => flagWords[flag]),
  ]
    .join(' ')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || evidence.sha256.startsWith(word))
}
