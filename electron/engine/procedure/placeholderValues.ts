import { controlCriteria } from '../../../db/control.ts'
import type { Reader } from '../../../db/reader.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { PlaceholderValues } from '../../../shared/procedure/placeholders.ts'
import { type ControlValues, type NamedPapers, papersOneByOne } from './namedPapers.ts'

/**
 * @param papers that are named, where they were read before
 * @returns what the placeholders stand for in a procedure on a control and a sample
 */
export function placeholderValues(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
  papers: NamedPapers = papersOneByOne(reader),
): (controlId: string, sampleId: string | null) => PlaceholderValues {
  const criteria = Map.groupBy(controlCriteria(reader, engagement.id), ({ controlId }) => controlId)
  const controls = new Map<string, ControlValues>()
  return (controlId, sampleId) => {
    const control = controls.get(controlId) ?? papers.control(controlId)
    controls.set(controlId, control)
    const sample = sampleId === null ? undefined : papers.sample(sampleId)
    return {
      client: engagement.client,
      system: engagement.system,
      ...control,
      criteria: (criteria.get(controlId) ?? []).map(({ criterionId }) => criterionId).join(', ') || null,
      period: periodWords(engagement),
      population: sample?.population ?? null,
      'population size': sample === undefined ? null : String(sample.populationSize),
      'sample size': sample === undefined ? null : String(sample.size),
    }
  }
}

function periodWords({ periodStart, periodEnd, asOf }: EntityRow<'engagement'>): string | null {
  return periodStart === null || periodEnd === null ? asOf : `${periodStart} to ${periodEnd}`
}
