import { itemPage } from '../../db/population/items.ts'
import type { populationContract } from '../../shared/contract/population.ts'
import { update } from '../../shared/journal/change.ts'
import { differingFields } from './differingFields.ts'
import type { Handlers } from './handler.ts'
import { concludePopulation, reopenPopulation } from './population/conclude.ts'
import { describePopulation, listPopulations } from './population/describe.ts'
import { importPopulation } from './population/import.ts'
import { loadPopulation } from './population/load.ts'
import { sourceFields } from './population/newPopulation.ts'
import { previewPopulation } from './population/preview.ts'
import { removePopulation } from './population/remove.ts'
import { settleRows } from './population/settle.ts'

export const population: Handlers<typeof populationContract> = {
  'population.preview': previewPopulation,

  'population.import': importPopulation,

  'population.list': ({ engagementId }, { reader }) => listPopulations(reader, engagementId),

  'population.get': ({ populationId }, { reader }) => describePopulation(reader, loadPopulation(reader, populationId)),

  'population.items': (params, { reader }) => {
    loadPopulation(reader, params.populationId)
    const { total, items } = itemPage(reader, params)
    return { total, items: items.map(({ cells, ...item }) => ({ ...item, cells: JSON.parse(cells) as string[] })) }
  },

  'population.settle': settleRows,

  'population.describe': ({ populationId, name, source }, { reader }) => {
    const { engagementId, ...before } = loadPopulation(reader, populationId)
    const after = { name: name ?? before.name, source: sourceFields(source) }
    return {
      engagementId,
      changes: update('population', populationId, differingFields(before, after)),
      answer: () => ({}),
    }
  },

  'population.conclude': concludePopulation,

  'population.reopen': reopenPopulation,

  'population.remove': removePopulation,
}
