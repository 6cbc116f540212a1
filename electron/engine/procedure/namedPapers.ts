import { allVersions, versionsOf, type VersionRow } from '../../../db/control.ts'
import { namedSample, type NamedSample, namedSamples } from '../../../db/procedure.ts'
import type { Reader } from '../../../db/reader.ts'
import { Frequency } from '../../../shared/contract/control.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { PlaceholderValues } from '../../../shared/procedure/placeholders.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { loadControl } from '../control/load.ts'

/** What the text of a procedure says of its control. */
export type ControlValues = Pick<PlaceholderValues, 'control' | 'control description' | 'frequency'>

/** The papers that the text of a procedure may name. */
export type NamedPapers = {
  sample: (sampleId: string) => NamedSample | undefined
  control: (controlId: string) => ControlValues
}

/** @returns those papers, each read when it is asked for: for one procedure, or those of one control */
export function papersOneByOne(reader: Reader): NamedPapers {
  return {
    sample: (sampleId) => namedSample(reader, sampleId),
    control: (controlId) => controlValues(loadControl(reader, controlId), versionsOf(reader, controlId)),
  }
}

/** @returns the same for all procedures of an engagement: each table is read once */
export function allNamedPapers(reader: Reader, engagementId: string): NamedPapers {
  const samples = new Map(namedSamples(reader, engagementId).map((sample) => [sample.sampleId, sample]))
  const controls = new Map(reader.list('control', { engagementId }).map((control) => [control.id, control]))
  const versions = Map.groupBy(allVersions(reader, engagementId), ({ controlId }) => controlId)
  return {
    sample: (sampleId) => samples.get(sampleId),
    control: (controlId) =>
      controlValues(controls.get(controlId) ?? loadControl(reader, controlId), versions.get(controlId) ?? []),
  }
}

function controlValues({ ref, title }: EntityRow<'control'>, versions: readonly VersionRow[]): ControlValues {
  const latest = versions.at(-1)
  return {
    control: `${ref} ${title}`,
    'control description': latest?.description ?? null,
    frequency: latest === undefined ? null : frequencyWords[Frequency.parse(latest.frequency)],
  }
}
