import type { EntryBody } from '../../shared/journal/entry.ts'
import {
  addWrite,
  type EntityState,
  type FieldState,
  isHidden,
  isKeptAgainstDeletion,
  type Write,
} from '../../shared/journal/fold.ts'
import { isOpenConflict } from '../../shared/journal/conflict.ts'
import type { IncomingEntry } from '../../shared/journal/incoming.ts'
import { deletedField } from '../../shared/model/entities.ts'
import type { Reader } from '../reader.ts'
import { StandingWrites } from './standingWrites.ts'

/** What becomes of one paper. */
export type MergedRow = {
  entity: string
  id: string
  isNew: boolean
  /** The fields that entries from outside wrote, each with all the writes that stand after it. */
  fields: Map<string, FieldState>
  /** Fields on which a person has to decide afterwards, among those. */
  conflicts: string[]
  hidden: boolean
  keptAgainstDeletion: boolean
}

/** What taking entries would do to a store, before any of it is done. */
export type MergePlan = { engagementId: string; entries: readonly IncomingEntry[]; rows: MergedRow[] }

/**
 * Folds entries that the store lacks into what it holds, for the fields that they touch and no others.
 * @param entries checked, with all that they rest on (see shared/journal/knowledge.ts)
 */
export function planMerge(reader: Reader, engagementId: string, entries: readonly IncomingEntry[]): MergePlan {
  const standing = new StandingWrites(reader, engagementId)
  const rows = [...writesByPaper(entries)].map(([, writes]) => mergedRow(standing, writes))
  return { engagementId, entries, rows }
}

type PaperWrites = { entity: string; id: string; writes: { field: string; write: Write }[] }

function writesByPaper(entries: readonly IncomingEntry[]): Map<string, PaperWrites> {
  const papers = new Map<string, PaperWrites>()
  for (const { entry } of entries) {
    for (const { entity, id, field, value } of entry.changes) {
      const key = `${entity}\n${id}`
      const paper = papers.get(key) ?? { entity, id, writes: [] }
      papers.set(key, paper)
      paper.writes.push({ field, write: { value, ...origin(entry) } })
    }
  }
  return papers
}

function origin({ deviceId, seq, hlc, heads }: EntryBody): Omit<Write, 'value'> {
  return { deviceId, seq, hlc, heads }
}

function mergedRow(standing: StandingWrites, { entity, id, writes }: PaperWrites): MergedRow {
  const state: EntityState = standing.of(entity, id)
  const isNew = state.size === 0
  for (const { field, write } of writes) state.set(field, addWrite(state.get(field) ?? [], write))
  const touched = new Set(writes.map(({ field }) => field))
  const fields = new Map([...state].filter(([field]) => touched.has(field)))
  return {
    entity,
    id,
    isNew,
    fields,
    conflicts: [...fields].filter(([field, now]) => isOpenConflict(field, now)).map(([field]) => field),
    hidden: state.has(deletedField) && isHidden(state),
    keptAgainstDeletion: state.has(deletedField) && isKeptAgainstDeletion(state),
  }
}
