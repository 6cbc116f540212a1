import type { populationImportContract } from '../../shared/contract/populationImport.ts'
import { rejectedRows } from '../../db/population/rejected.ts'
import type { Handlers } from './handler.ts'
import { mapping } from './mapping.ts'
import { exportRejected, findBadRows } from './population/badRows.ts'
import { importPopulation } from './population/import.ts'
import { loadPopulation } from './population/load.ts'
import { previewPopulation } from './population/preview.ts'

export const populationImport: Handlers<typeof populationImportContract> = {
  'population.preview': previewPopulation,

  'population.import': importPopulation,

  'population.badRows': findBadRows,

  'population.rejected': ({ populationId }, { reader }) => {
    loadPopulation(reader, populationId)
    return { rejected: rejectedRows(reader, populationId) }
  },

  'population.exportRejected': exportRejected,

  ...mapping,
}
