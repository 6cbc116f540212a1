import { links } from '../app/links.ts'
import { cellIds } from '../../shared/record/cellId.ts'
import { type RecordKey, type RecordKind, recordName } from '../../shared/record/record.ts'

/** What an address is made of; `within` is the paper on whose page the record is. */
export type LinkedRecord = RecordKey & { within?: string | null }

const withOwnScreen: ReadonlySet<RecordKind> = new Set([
  'control',
  'population',
  'sample',
  'request',
  'narrative',
  'engagement',
  'opinion',
])

/** @returns the address in the window that shows a record: its own screen, or its place on the screen that it is on */
export function recordLink(engagementId: string, record: LinkedRecord): string {
  const screen = screenOf(engagementId, record)
  return withOwnScreen.has(record.kind) ? screen : `${screen}?at=${encodeURIComponent(recordName(record))}`
}

/** @returns the address in the window of a review note: the place of its paper, with the note to be shown there */
export function noteLink(engagementId: string, paper: LinkedRecord, noteId: string): string {
  return `${screenOf(engagementId, paper)}?${new URLSearchParams({ at: recordName(paper), note: noteId }).toString()}`
}

function screenOf(engagementId: string, { kind, id, within = null }: LinkedRecord): string {
  switch (kind) {
    case 'control':
      return links.control(engagementId, id)
    case 'population':
      return links.population(engagementId, id)
    case 'sample':
      return links.sample(engagementId, id)
    case 'request':
      return links.request(engagementId, id)
    case 'narrative':
      return links.narrative(engagementId, id)
    case 'engagement':
      return links.dashboard(engagementId)
    case 'opinion':
      return links.conclusions(engagementId)
    case 'deviation':
      return links.deviations(engagementId)
    case 'evidence':
      return links.evidence(engagementId)
    case 'result':
      return links.sheet(engagementId, cellIds(id).procedureId)
    case 'sampleItem':
      return within === null ? links.controls(engagementId) : links.sample(engagementId, within)
    case 'procedure':
    case 'walkthrough':
      return within === null ? links.controls(engagementId) : links.control(engagementId, within)
    case 'conclusion':
      return within === null ? links.conclusions(engagementId) : links.control(engagementId, within)
    case 'criterion':
    case 'subserviceOrganisation':
    case 'subserviceReport':
    case 'complementaryControl':
      return links.scope(engagementId)
    case 'letter':
      return links.report(engagementId)
  }
}
