import type { EntityName } from '../../shared/model/entities.ts'
import { formOf, type PaperKind, paperKinds, type PaperPart } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { type Cell, quoted } from '../table.ts'
import { paperIdsOf } from './papersOfRow.ts'

/** Rows that were written, by entity. */
export type WrittenRows = ReadonlyMap<EntityName, ReadonlySet<string>>

/** The papers that writes may have changed: some by id, and kinds of which any may be. Hidden papers may be left out. */
export type TouchedPapers = { keys: Set<string>; kinds: Set<PaperKind> }

/** @returns the papers whose content the rows are or were, as `entity:id` */
export function touchedPapers(reader: Reader, written: WrittenRows): TouchedPapers {
  const touched: TouchedPapers = { keys: new Set(), kinds: new Set() }
  for (const kind of paperKinds) {
    const [own, ...parts] = formOf(kind)
    for (const id of written.get(own.entity) ?? []) touched.keys.add(`${kind}:${id}`)
    for (const part of parts) {
      const ids = written.get(part.entity)
      if (ids === undefined) continue
      // Found by way of another row, which may be hidden by now: there are few such papers, so any may be meant.
      if (Object.values(part.match).some(({ is }) => is === 'row')) touched.kinds.add(kind)
      else for (const id of idsOf(reader, kind, part, ids)) touched.keys.add(`${kind}:${id}`)
    }
  }
  return touched
}

/** A sheet's results differ in nothing that a paper is found by, so that thousands are one question. */
function idsOf(reader: Reader, kind: PaperKind, part: PaperPart, ids: ReadonlySet<string>): string[] {
  const columns = Object.keys(part.match).map((field) => `${quoted(field)} AS "${field}"`)
  const rows = reader.all<Record<string, Cell>>(
    `SELECT DISTINCT ${columns.join(', ')} FROM ${quoted(part.entity)}
     WHERE id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify([...ids]) },
  )
  return rows.flatMap((row) => paperIdsOf(reader, kind, part, row))
}
