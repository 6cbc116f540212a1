import { evidenceByCell } from '../../../db/evidence.ts'
import type { Reader } from '../../../db/reader.ts'
import { resultRows } from '../../../db/result.ts'
import { notClearedByCell } from '../../../db/review/notes.ts'
import { sampleItems } from '../../../db/sample/items.ts'
import { placedTickmarks, tickmarkRows } from '../../../db/tickmark.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { describeProcedure } from '../procedure/describe.ts'
import { loadProcedure } from '../procedure/load.ts'

/** @returns a test sheet with everything that stands on it @throws DomainError `procedure.not_found` */
export function describeSheet(reader: Reader, procedureId: string): ResultOf<'result.sheet'> {
  const row = loadProcedure(reader, procedureId)
  const sample = row.sampleId === null ? undefined : reader.get('sample', row.sampleId)
  const population = sample === undefined ? undefined : reader.get('population', sample.populationId)
  return {
    procedure: describeProcedure(reader, row),
    header: population?.header ?? [],
    items: sample === undefined ? [] : sampleItems(reader, sample.id),
    results: resultRows(reader, procedureId),
    placed: placedTickmarks(reader, procedureId),
    legend: tickmarkRows(reader, row.engagementId),
    evidence: evidenceByCell(reader, procedureId),
    reviewNotes: notClearedByCell(reader, row.engagementId, procedureId),
  }
}
