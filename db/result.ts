import type { Result } from '../shared/contract/result.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** @returns the results of a procedure, with the names of who recorded them, by item and letter */
export function resultRows(reader: Reader, procedureId: string): Result[] {
  return reader.all<Result>(
    `SELECT result.sample_item_id AS sampleItemId, result.attribute AS attribute, result.outcome AS outcome,
       result.note AS note, ${practitionerName('result."by"', 'result.engagement_id')} AS "by", result.at AS at
     FROM result WHERE result.procedure_id = @procedureId AND result.deleted = 0
     ORDER BY result.sample_item_id, result.attribute`,
    { procedureId },
  )
}
