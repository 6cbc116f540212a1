import { resultRows } from '../../db/result.ts'
import { evidenceByCell } from '../../db/evidence.ts'
import { placedTickmarks, tickmarkRows } from '../../db/tickmark.ts'
import { sampleItems } from '../../db/sample/items.ts'
import type { resultContract } from '../../shared/contract/result.ts'
import type { Handlers } from './handler.ts'
import { describeProcedure } from './procedure/describe.ts'
import { loadProcedure } from './procedure/load.ts'
import { applicabilityOf } from './result/applicable.ts'
import { recordResults } from './result/record.ts'

export const result: Handlers<typeof resultContract> = {
  'result.record': recordResults,

  'result.applicable': ({ procedureId }, { reader }) => applicabilityOf(reader, loadProcedure(reader, procedureId)),

  'result.sheet': ({ procedureId }, { reader }) => {
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
    }
  },
}
