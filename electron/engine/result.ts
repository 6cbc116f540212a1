import type { resultContract } from '../../shared/contract/result.ts'
import type { Handlers } from './handler.ts'
import { loadProcedure } from './procedure/load.ts'
import { applicabilityOf } from './result/applicable.ts'
import { importSheet, previewSheet } from './result/import.ts'
import { recordResults } from './result/record.ts'
import { describeSheet } from './result/sheet.ts'

export const result: Handlers<typeof resultContract> = {
  'result.record': recordResults,

  'result.preview': previewSheet,

  'result.import': importSheet,

  'result.applicable': ({ procedureId }, { reader }) => applicabilityOf(reader, loadProcedure(reader, procedureId)),

  'result.sheet': ({ procedureId }, { reader }) => describeSheet(reader, procedureId),
}
