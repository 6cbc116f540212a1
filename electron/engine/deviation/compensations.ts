import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide, update } from '../../../shared/journal/change.ts'
import { loadControl } from '../control/load.ts'
import { differingFields } from '../differingFields.ts'

/**
 * The compensating controls that are given replace those before; left out, they stay.
 * @throws DomainError `control.not_found`, `deviation.compensated_by_itself`
 */
export function compensationChanges(
  reader: Reader,
  deviationId: string,
  { controlId, compensations }: CheckedParamsOf<'deviation.save'>,
): Change[] {
  if (compensations === undefined) return []
  const { engagementId, ref } = loadControl(reader, controlId)
  if (compensations.some((each) => each.controlId === controlId)) {
    throw new DomainError('deviation.compensated_by_itself', { control: ref })
  }
  const given = new Map(compensations.map((each) => [each.controlId, each.testedHow]))
  const before = new Map(reader.list('deviationCompensation', { deviationId }).map((row) => [row.controlId, row]))
  return [
    ...[...given].flatMap(([id, testedHow]) => {
      loadControl(reader, id, engagementId)
      const rowId = `${deviationId}:${id}`
      const row = before.get(id)
      return row === undefined
        ? [
            ...create('deviationCompensation', rowId, { deviationId, controlId: id, testedHow }),
            ...showAgain(reader, 'deviationCompensation', rowId),
          ]
        : update('deviationCompensation', rowId, differingFields(row, { testedHow }))
    }),
    ...[...before.values()].flatMap((row) => (given.has(row.controlId) ? [] : hide('deviationCompensation', row.id))),
  ]
}
