import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { Attribute, Procedure } from '../../shared/contract/procedure.ts'

/** The form's fields. `sampleId` is empty where no sample is chosen. */
export type ProcedureValues = {
  nature: Procedure['nature']
  aspect: Procedure['aspect']
  text: string
  sampleId: string
  attributes: Attribute[]
}

/** Letters that attributes can have. */
const alphabet = Array.from({ length: 26 }, (_letter, index) => String.fromCodePoint(65 + index))

/** @returns the letter after the highest one, or the first that is free; `null` when all 26 are used */
export function nextLetter(attributes: readonly Attribute[]): string | null {
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
    text: '',
    sampleId: only && others.length === 0 ? only.sampleId : '',
    attributes: [{ letter: 'A', text: '' }],
  }
}

export function valuesOf({ nature, aspect, text, sampleId, attributes }: Procedure): ProcedureValues {
  return { nature, aspect, text, sampleId: sampleId ?? '', attributes: attributes.map((each) => ({ ...each })) }
}

/** Attributes exchange texts, not letters: results belong to the letter. */
export function swapTexts(attributes: readonly Attribute[], from: number, to: number): Attribute[] {
  return attributes.map(({ letter, text }, index) => ({
    letter,
    text: (index === from ? attributes[to]?.text : index === to ? attributes[from]?.text : text) ?? text,
  }))
}

/** @returns the call that saves the form; attributes without text are left out */
export function saveParams(
  controlId: string,
  procedureId: string | null,
  values: ProcedureValues,
): ParamsOf<'procedure.save'> {
  const { nature, aspect, text, sampleId } = values
  const attributes = values.attributes.filter((each) => each.text.trim() !== '')
  const params = { controlId, nature, aspect, text, sampleId: sampleId === '' ? null : sampleId, attributes }
  return procedureId === null ? params : { ...params, procedureId }
}

export type Samples = ResultOf<'sample.list'>['samples']
