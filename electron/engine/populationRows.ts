import type { populationRowsContract } from '../../shared/contract/populationRows.ts'
import type { Handlers } from './handler.ts'
import { comparePopulations } from './population/compare.ts'
import { findRows, itemPage } from './population/foundRows.ts'
import { summariseColumn } from './population/summariseColumn.ts'

export const populationRows: Handlers<typeof populationRowsContract> = {
  'population.items': (params, { reader }) => itemPage(params, reader),

  'population.find': findRows,

  'population.columnSummary': summariseColumn,

  'population.compare': comparePopulations,
}
