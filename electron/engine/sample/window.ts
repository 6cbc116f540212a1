import { wordingsOf } from '../../../db/sample/coverage.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { SamplePart } from '../../../shared/contract/sample.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkPeriod, isWithin } from '../../../shared/period/period.ts'
import { versionWindows } from '../../../shared/sample/versionWindows.ts'
import { loadEngagement } from '../engagement.ts'
import { loadPopulation } from '../population/load.ts'
import { periodOf } from './period.ts'

type Params = Pick<
  CheckedParamsOf<'sample.draw'>,
  'populationId' | 'controlId' | 'window' | 'part' | 'controlVersionId'
>

/** The part of the period that a draw is of; all `null` for the whole of it. */
export type DrawnPart = { window: Period | null; part: SamplePart | null; controlVersionId: string | null }

/**
 * Which days a draw takes, and which version of the control they belong to. A version alone stands for all of its days; a
 * window alone, drawn for a version, belongs to the version in force on all of its days.
 * @throws DomainError `sample.window_needs_dates`, `sample.window_outside_period`, `sample.part_needs_window`,
 * `sample.unknown_version`, `sample.not_one_version`, `period.end_before_start`
 */
export function drawnPart(reader: Reader, engagementId: string, params: Params): DrawnPart {
  const { populationId, controlVersionId, part } = params
  const isOfVersion = controlVersionId !== undefined || part === 'version'
  if (params.window === undefined && controlVersionId === undefined) {
    if (part !== undefined) throw new DomainError('sample.part_needs_window')
    return { window: null, part: null, controlVersionId: null }
  }
  if (loadPopulation(reader, populationId).columns.date === undefined)
    throw new DomainError('sample.window_needs_dates')
  const period = periodOf(loadEngagement(reader, engagementId))
  if (params.window !== undefined) checkWithin(params.window, period)
  const version = isOfVersion ? versionOf(reader, params, period) : null
  return {
    window: params.window ?? version?.window ?? null,
    part: part ?? (isOfVersion ? 'version' : null),
    controlVersionId: version?.controlVersionId ?? null,
  }
}

function checkWithin(window: Period, period: Period | null): void {
  checkPeriod(window)
  if (period !== null && !encloses(period, window)) throw new DomainError('sample.window_outside_period', { ...window })
}

function versionOf(
  reader: Reader,
  { controlId, controlVersionId, window }: Params,
  period: Period | null,
): { controlVersionId: string; window: Period } {
  const wordings = wordingsOf(reader, controlId)
  const days = wordings.map(({ effectiveOn }) => effectiveOn)
  const versions = (period === null ? [] : versionWindows(days, period)).flatMap(({ effectiveOn, window: own }) =>
    wordings
      .filter((wording) => wording.effectiveOn === effectiveOn)
      .map((wording) => ({ controlVersionId: wording.controlVersionId, window: own })),
  )
  const named = versions.filter((version) => version.controlVersionId === controlVersionId)
  if (controlVersionId !== undefined && named.length === 0) throw new DomainError('sample.unknown_version')
  const candidates = controlVersionId === undefined ? versions : named
  const found = candidates.find((version) => window === undefined || encloses(version.window, window))
  if (found === undefined) throw new DomainError('sample.not_one_version')
  return found
}

const encloses = (outer: Period, { start, end }: Period) => isWithin(start, outer) && isWithin(end, outer)
