import { controlCriteria, versionsOf } from '../../../db/control.ts'
import { namedSample } from '../../../db/procedure.ts'
import type { Reader } from '../../../db/reader.ts'
import { Frequency } from '../../../shared/contract/control.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { PlaceholderValues } from '../../../shared/procedure/placeholders.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { loadControl } from '../control/load.ts'

/** @returns what the placeholders stand for in a procedure on a control and a sample; papers are read once for many procedures */
export function placeholderValues(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
): (controlId: string, sampleId: string | null) => PlaceholderValues {
  const criteria = Map.groupBy(controlCriteria(reader, engagement.id), ({ controlId }) => controlId)
  const controls = new Map<string, ControlValues>()
  return (controlId, sampleId) => {
    const control = controls.get(controlId) ?? controlValues(reader, controlId)
    controls.set(controlId, control)
    const sample = sampleId === null ? undefined : namedSample(reader, sampleId)
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

type ControlValues = Pick<PlaceholderValues, 'control' | 'control description' | 'frequency'>

function controlValues(reader: Reader, controlId: string): ControlValues {
  const { ref, title } = loadControl(reader, controlId)
  const latest = versionsOf(reader, controlId).at(-1)
  return {
    control: `${ref} ${title}`,
    'control description': latest?.description ?? null,
    frequency: latest === undefined ? null : frequencyWords[Frequency.parse(latest.frequency)],
  }
}

function periodWords({ periodStart, periodEnd, asOf }: EntityRow<'engagement'>): string | null {
  return periodStart === null || periodEnd === null ? asOf : `${periodStart} to ${periodEnd}`
}
