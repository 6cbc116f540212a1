import type { populationContract } from '../../shared/contract/population.ts'
import { update } from '../../shared/journal/change.ts'
import { differingFields } from './differingFields.ts'
import type { Handlers } from './handler.ts'
import { concludePopulation, reopenPopulation } from './population/conclude.ts'
import { decideCheck } from './population/decideCheck.ts'
import { describePopulation, listPopulations } from './population/describe.ts'
import { loadPopulation } from './population/load.ts'
import { sourceFields } from './population/newPopulation.ts'
import { removePopulation } from './population/remove.ts'
import { settleRows } from './population/settle.ts'

export const population: Handlers<typeof populationContract> = {
  'population.list': ({ engagementId }, { reader }) => listPopulations(reader, engagementId),

  'population.get': ({ populationId }, { reader }) => describePopulation(reader, loadPopulation(reader, populationId)),

  'population.settle': settleRows,

  'population.decideCheck': decideCheck,

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
