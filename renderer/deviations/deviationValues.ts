import type { Deviation } from '../../shared/contract/deviation.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'

/** What a deviation is about: a failed cell of a test sheet, one in the register, or a control as such. */
export type DeviationSubject = {
  controlId: string
  controlRef: string
  deviationId: string | null
  procedureId: string | null
  sampleItemId: string | null
  itemId: string | null
  attribute: string | null
}

/** The form's fields: texts as typed, empty where nothing is known. */
export type DeviationValues = {
  condition: string
  cause: string
  nature: Deviation['nature']
  extent: string
  timing: string
  clientStatement: string
  managementResponse: string
  compensating: string
  effect: string
  concluded: boolean
}

const texts = [
  'condition',
  'cause',
  'extent',
  'timing',
  'clientStatement',
  'managementResponse',
  'compensating',
  'effect',
] as const satisfies (keyof DeviationValues)[]

const empty: DeviationValues = {
  condition: '',
  cause: '',
  nature: null,
  extent: '',
  timing: '',
  clientStatement: '',
  managementResponse: '',
  compensating: '',
  effect: '',
  concluded: false,
}

export function valuesOf(deviation: Deviation | null): DeviationValues {
  if (deviation === null) return empty
  const values = { ...empty, nature: deviation.nature, concluded: deviation.status === 'concluded' }
  for (const field of texts) values[field] = deviation[field] ?? ''
  return values
}

/** @returns the call that saves the form; a text that was emptied empties it in the paper too */
export function saveParams(
  subject: DeviationSubject,
  deviation: Deviation | null,
  values: DeviationValues,
): ParamsOf<'deviation.save'> {
  const params: ParamsOf<'deviation.save'> = {
    controlId: subject.controlId,
    condition: values.condition,
    status: values.concluded ? 'concluded' : 'open',
  }
  if (deviation) params.deviationId = deviation.deviationId
  if (subject.procedureId !== null) params.procedureId = subject.procedureId
  if (subject.sampleItemId !== null) params.sampleItemId = subject.sampleItemId
  if (subject.attribute !== null) params.attribute = subject.attribute
  if (values.nature !== null) params.nature = values.nature
  for (const field of texts) {
    if (values[field] !== '' || (deviation?.[field] ?? '') !== '') params[field] = values[field]
  }
  return params
}

/** @returns the deviation that describes the subject, if there is one */
export function describing(subject: DeviationSubject, deviations: readonly Deviation[]): Deviation | null {
  const { deviationId, procedureId, sampleItemId, attribute } = subject
  const found = deviations.find((each) =>
    deviationId === null
      ? sampleItemId !== null &&
        each.sampleItemId === sampleItemId &&
        each.attribute === attribute &&
        each.procedureId === procedureId
      : each.deviationId === deviationId,
  )
  return found ?? null
}

/** @returns a key that stays the same while the subject is being written about */
export const subjectKey = ({
  controlId,
  deviationId,
  procedureId,
  sampleItemId,
  attribute,
}: DeviationSubject): string => deviationId ?? [controlId, procedureId, sampleItemId, attribute].join(' ')
