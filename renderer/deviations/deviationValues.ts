import type { Deviation } from '../../shared/contract/deviation.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'

/** What a deviation is about: a failed cell of a test sheet, one in the register, or a control as such. */
export type DeviationSubject = {
  controlId: string
  controlRef: string
  deviationId: string | null
  procedureId: string | null
  sampleId: string | null
  sampleItemId: string | null
  itemId: string | null
  attribute: string | null
  /** A sentence to begin the description with. */
  proposedCondition?: string
}

/** The form's fields: texts as typed, empty where nothing is known. */
export type DeviationValues = {
  condition: string
  cause: string
  nature: Deviation['nature']
  extent: string
  timing: string
  clientStatement: string
  clientPerson: string
  /** A day, or empty. */
  clientSaidOn: string
  managementResponse: string
  compensating: string
  /** Controls that cover for it, and how each was tested. */
  compensations: { controlId: string; testedHow: string }[]
  /** The extension of the sample made because of it, as {@link extensionKey} names it; empty for none. */
  extension: string
  effect: string
  criterionEffect: string
}

const texts = [
  'condition',
  'cause',
  'extent',
  'timing',
  'clientStatement',
  'clientPerson',
  'managementResponse',
  'compensating',
  'effect',
  'criterionEffect',
] as const satisfies (keyof DeviationValues)[]

const empty: DeviationValues = {
  condition: '',
  cause: '',
  nature: null,
  extent: '',
  timing: '',
  clientStatement: '',
  clientPerson: '',
  clientSaidOn: '',
  managementResponse: '',
  compensating: '',
  compensations: [],
  extension: '',
  effect: '',
  criterionEffect: '',
}

/** @returns a name for an extension of a sample, counted from 1 */
export const extensionKey = ({ sampleId, number }: { sampleId: string; number: number }): string =>
  `${number} ${sampleId}`

function extensionOf(key: string): { sampleId: string; number: number } | null {
  const space = key.indexOf(' ')
  return key === '' ? null : { number: Number(key.slice(0, space)), sampleId: key.slice(space + 1) }
}

/** @returns what the form shows: the paper, or for a new one the sentence to begin with */
export function valuesOf(subject: DeviationSubject, deviation: Deviation | null): DeviationValues {
  if (deviation === null) return { ...empty, condition: subject.proposedCondition ?? '' }
  const { nature, clientSaidOn, extension } = deviation
  const values: DeviationValues = {
    ...empty,
    nature,
    clientSaidOn: clientSaidOn ?? '',
    compensations: deviation.compensations.map(({ controlId, testedHow }) => ({ controlId, testedHow })),
    extension: extension === null ? '' : extensionKey(extension),
  }
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
    compensations: values.compensations,
    extension: extensionOf(values.extension),
    clientSaidOn: values.clientSaidOn === '' ? null : values.clientSaidOn,
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
