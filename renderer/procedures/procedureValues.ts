import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { Attribute, Procedure } from '../../shared/contract/procedure.ts'

/** An attribute as it is typed; `expected` is empty where nothing is said. */
export type AttributeValues = { letter: string; text: string; expected: string }

/** The form's fields. `sampleId` is empty where no sample is chosen. */
export type ProcedureValues = {
  nature: Procedure['nature']
  aspect: Procedure['aspect']
  timing: Procedure['timing']
  text: string
  sampleId: string
  attributes: AttributeValues[]
}

/** Letters that attributes can have. */
const alphabet = Array.from({ length: 26 }, (_letter, index) => String.fromCodePoint(65 + index))

/** @returns the letter after the highest one, or the first that is free; `null` when all 26 are used */
export function nextLetter(attributes: readonly { letter: string }[]): string | null {
  const used = new Set(attributes.map(({ letter }) => letter))
  const highest = alphabet.findLastIndex((letter) => used.has(letter))
  return alphabet[highest + 1] ?? alphabet.find((letter) => !used.has(letter)) ?? null
}

/** A new procedure tests what the engagement concludes on, on the only sample if there is just one. */
export function newValues(reportType: 'type1' | 'type2', samples: Samples): ProcedureValues {
  const [only, ...others] = samples
  return {
    nature: 'inspection',
    aspect: reportType === 'type1' ? 'design' : 'operation',
    timing: reportType === 'type1' ? 'as_of' : 'throughout',
    text: '',
    sampleId: only && others.length === 0 ? only.sampleId : '',
    attributes: [{ letter: 'A', text: '', expected: '' }],
  }
}

export function valuesOf({ nature, aspect, timing, text, sampleId, attributes }: Procedure): ProcedureValues {
  return { nature, aspect, timing, text, sampleId: sampleId ?? '', attributes: attributeValues(attributes) }
}

export const attributeValues = (attributes: readonly Attribute[]): AttributeValues[] =>
  attributes.map(({ expected, ...each }) => ({ ...each, expected: expected ?? '' }))

/** @returns the attributes as they are saved; those without text are left out */
export const attributesOf = (values: readonly AttributeValues[]): Attribute[] =>
  values
    .filter(({ text }) => text.trim() !== '')
    .map(({ expected, ...each }) => ({ ...each, expected: expected.trim() === '' ? null : expected }))

/** @returns the list with one element at another place */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const element = list[from]
  return element === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, element)
}

/** @returns the call that saves the form */
export function saveParams(
  controlId: string,
  procedureId: string | null,
  { sampleId, attributes, ...values }: ProcedureValues,
): ParamsOf<'procedure.save'> {
  const params = {
    ...values,
    controlId,
    sampleId: sampleId === '' ? null : sampleId,
    attributes: attributesOf(attributes),
  }
  return procedureId === null ? params : { ...params, procedureId }
}

export type Samples = ResultOf<'sample.list'>['samples']
