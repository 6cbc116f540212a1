import { sampleSurroundings, sharedControls } from '../../../db/sample.ts'
import { sampleItems } from '../../../db/sample/items.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Sample } from '../../../shared/contract/sample.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { windowOf } from './source.ts'

/** @throws DomainError `sample.not_found` */
export function loadSample(reader: Reader, sampleId: string): EntityRow<'sample'> {
  const found = reader.get('sample', sampleId)
  if (found === undefined) throw new DomainError('sample.not_found', { sampleId })
  return found
}

/** @returns a sample as it is shown, with all of its items; @throws DomainError `sample.not_found` */
export function describeSample(reader: Reader, sampleId: string): Sample {
  const row = loadSample(reader, sampleId)
  const around = sampleSurroundings(reader, sampleId)
  if (around === undefined) throw new DomainError('sample.not_found', { sampleId })
  return {
    sampleId,
    engagementId: row.engagementId,
    controlId: row.controlId,
    controlRef: around.controlRef,
    populationId: row.populationId,
    populationName: around.populationName,
    populationSha256: row.populationSha256,
    idsSha256: row.idsSha256,
    populationSize: row.populationSize,
    window: windowOf(row),
    part: row.part,
    controlVersionId: row.controlVersionId,
    dualPurpose: row.dualPurpose,
    sharedWith: sharedControls(reader, sampleId),
    method: row.method,
    stratifyBy: row.stratifyBy,
    seed: row.seed,
    seedOrigin: row.seedOrigin,
    algorithm: row.algorithm,
    plan: { ...row.plan, frozenPolicy: row.plan.frozenPolicy ?? null },
    redrawReason: row.redrawReason,
    extensions: row.extensions.map(({ replaces = false, ...extension }) => ({ ...extension, replaces })),
    drawnBy: around.drawnBy,
    drawnAt: row.drawnAt,
    header: JSON.parse(around.header) as string[],
    items: sampleItems(reader, sampleId),
  }
}
