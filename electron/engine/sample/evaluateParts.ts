import { itemOutcomes } from '../../../db/sample/items.ts'
import { samplesServing } from '../../../db/sample.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { SamplePart } from '../../../shared/contract/sample.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { examineItems } from '../../../shared/sample/examine.ts'
import { sampleFigures } from '../../../shared/sample/figures.ts'
import { figuresOfParts } from '../../../shared/sample/figuresOfParts.ts'
import { loadControl } from '../control/load.ts'
import { aimOf, basisOf } from './evaluate.ts'
import { loadSample } from './load.ts'
import { windowOf } from './source.ts'

type PartSample = { sample: EntityRow<'sample'>; part: SamplePart; window: Period }

/**
 * A control that was tested in two visits: its interim and roll-forward samples, each by itself and together. What cannot
 * be added up is said in words: days that were drawn from twice, and versions of the control that are two controls.
 * @throws DomainError `control.not_found`
 */
export function evaluateParts(
  params: CheckedParamsOf<'sample.evaluateParts'>,
  reader: Reader,
): ResultOf<'sample.evaluateParts'> {
  const { controlId } = params
  loadControl(reader, controlId)
  const found = partsOf(reader, controlId)
  const examined = found.map(({ sample, part, window }) => {
    const basis = { ...basisOf(reader, sample), ...aimOf(sample, params) }
    const cells = itemOutcomes(reader, { sampleId: sample.id, controlId })
    const { ruleConfidence: _ofTheSample, ...figures } = sampleFigures(basis, cells)
    return {
      part: { sampleId: sample.id, part, window, populationSize: sample.populationSize, ...figures },
      examined: { basis, items: examineItems(cells) },
    }
  })
  const notTogetherBecause = whyNotTogether(found)
  return {
    parts: examined.map(({ part }) => part),
    together:
      found.length < 2 || notTogetherBecause !== null ? null : figuresOfParts(examined.map((one) => one.examined)),
    notTogetherBecause,
  }
}

function partsOf(reader: Reader, controlId: string): PartSample[] {
  return samplesServing(reader, controlId)
    .map((sampleId) => loadSample(reader, sampleId))
    .flatMap((sample) => {
      const window = windowOf(sample)
      const { part } = sample
      const isPart = part === 'interim' || part === 'roll_forward'
      return window !== null && isPart ? { sample, part, window } : []
    })
    .toSorted((a, b) => (a.window.start < b.window.start ? -1 : 1))
}

function whyNotTogether(parts: readonly PartSample[]): string | null {
  const twice = parts.find(({ window }, place) => {
    const next = parts[place + 1]
    return next !== undefined && next.window.start <= window.end
  })
  if (twice !== undefined)
    return `More than one sample was drawn of days up to ${twice.window.end}, so their figures are not added up.`
  const versions = new Set(parts.map(({ sample }) => sample.controlVersionId))
  if (versions.size > 1)
    return 'The parts belong to different versions of the control: two populations, evaluated each by itself.'
  return null
}
