import type { SearchHit } from '../../shared/contract/search.ts'
import { isRecordKind } from '../../shared/record/record.ts'
import type { SearchEntity } from '../../shared/search/searchKinds.ts'
import { kindWords } from '../records/kindWords.ts'

/** What a thing that was found is called on the screen, where no text can point at it. */
const furtherWords = {
  reviewNote: 'review note',
  descriptionSection: 'section of the description',
  significantChange: 'significant change',
  commitment: 'commitment or requirement',
} as const

/** @returns one line that names what was found, its kind at the end: `CHG-01 Change approval · control` */
export function hitWords({ entity, ref, title }: SearchHit): string {
  const kind = isRecordKind(entity) ? kindWords[entity] : furtherWords[entity]
  return `${[ref, title].filter((part) => part !== '').join(' ')} · ${kind}`
}

const several: Partial<Record<SearchEntity, string>> = {
  evidence: 'Evidence',
  result: 'Cells of test sheets',
  opinion: 'Opinion',
  descriptionSection: 'Sections of the description',
  commitment: 'Commitments and requirements',
}

/** @returns what several things of a kind are called, such as `Sample items` */
export function kindTitle(entity: SearchEntity): string {
  const kind = isRecordKind(entity) ? kindWords[entity] : furtherWords[entity]
  return several[entity] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`
}
