import type { Deviation } from '../../shared/contract/deviation.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { DeviationSubject } from './deviationValues.ts'

/** A failed cell of a test sheet that no deviation describes yet. */
export type UndescribedCell = ResultOf<'deviation.list'>['undescribed'][number]

export const subjectOf = (deviation: Deviation): DeviationSubject => ({
  controlId: deviation.controlId,
  controlRef: deviation.controlRef,
  deviationId: deviation.deviationId,
  procedureId: deviation.procedureId,
  sampleId: deviation.sampleId,
  sampleItemId: deviation.sampleItemId,
  itemId: deviation.itemId,
  attribute: deviation.attribute,
})

export const subjectOfCell = (cell: UndescribedCell): DeviationSubject => ({ ...cell, deviationId: null })
