import type { SearchHit } from '../../shared/contract/search.ts'
import { isRecordKind } from '../../shared/record/record.ts'
import { links } from '../app/links.ts'
import { noteLink, recordLink } from '../records/recordLink.ts'

/** @returns the address that shows what was found: its own screen, its place on another, or the screen that lists it */
export function hitLink({ engagementId, entity, id, within, paper }: SearchHit): string {
  if (isRecordKind(entity)) return recordLink(engagementId, { kind: entity, id, within })
  const place = `?at=${encodeURIComponent(`${entity}:${id}`)}`
  switch (entity) {
    case 'reviewNote':
      return paper === null ? links.review(engagementId) : noteLink(engagementId, paper, id)
    case 'commitment':
      return `${links.scope(engagementId)}${place}`
    case 'descriptionSection':
    case 'significantChange':
      return `${links.description(engagementId)}${place}`
  }
}
