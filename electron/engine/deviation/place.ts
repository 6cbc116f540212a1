import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { loadProcedure } from '../procedure/load.ts'
import { loadSample } from '../sample/load.ts'

type Params = CheckedParamsOf<'deviation.save'>
type Place = { procedureId: string | null; sampleItemId: string | null; attribute: string | null }

/**
 * The cell that a deviation was found on: its procedure is of the same control, and its item of a sample of that control.
 * @throws DomainError `procedure.not_found`, `sample.item_not_found`
 */
export function placeOf(
  reader: Reader,
  { controlId, procedureId, sampleItemId, attribute }: Params,
  before: EntityRow<'deviation'> | null,
): Place {
  if (procedureId !== undefined && loadProcedure(reader, procedureId).controlId !== controlId) {
    throw new DomainError('procedure.not_found', { procedureId })
  }
  if (sampleItemId !== undefined) checkItem(reader, sampleItemId, controlId)
  return {
    procedureId: procedureId ?? before?.procedureId ?? null,
    sampleItemId: sampleItemId ?? before?.sampleItemId ?? null,
    attribute: attribute ?? before?.attribute ?? null,
  }
}

function checkItem(reader: Reader, sampleItemId: string, controlId: string): void {
  const item = reader.get('sampleItem', sampleItemId)
  if (item === undefined || !servesControl(reader, loadSample(reader, item.sampleId), controlId)) {
    throw new DomainError('sample.item_not_found', { sampleItemId })
  }
}

/** A sample serves the control that it was drawn for, and those that it is shared with. */
function servesControl(reader: Reader, sample: EntityRow<'sample'>, controlId: string): boolean {
  return sample.controlId === controlId || reader.get('sampleControl', `${sample.id}:${controlId}`) !== undefined
}

/**
 * The extension of a sample that a deviation was the reason for.
 * @throws DomainError `sample.not_found`, `sample.of_other_control`, `deviation.extension_not_found`
 */
export function checkExtension(
  reader: Reader,
  { sampleId, number }: { sampleId: string; number: number },
  controlId: string,
): void {
  const sample = loadSample(reader, sampleId)
  if (!servesControl(reader, sample, controlId)) throw new DomainError('sample.of_other_control', { sampleId })
  if (sample.extensions[number - 1] === undefined) {
    throw new DomainError('deviation.extension_not_found', { sampleId, number })
  }
}
