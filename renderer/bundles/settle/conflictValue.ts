import type { Conflict } from '../../../shared/contract/conflict.ts'
import type { ParamsOf } from '../../../shared/contract/index.ts'
import { isRichNode } from '../../../shared/richText/node.ts'

export type Decided = ParamsOf<'conflict.resolve'>['value']

/** What somebody decides: one of the values by its place, or a third one as it is typed. */
export type Decision = { place: number | 'third'; typed: string }

/** How a third value is written; `paper` where only the paper itself has the fields for it. */
export type ThirdForm = 'text' | 'integer' | 'boolean' | 'lines' | 'rich' | 'paper'

/** @returns how a third value is written: as the values that stand against each other are */
export function thirdForm({ kind, field, alternatives }: Pick<Conflict, 'kind' | 'field' | 'alternatives'>): ThirdForm {
  if (kind !== 'json') return kind
  const values = alternatives.map(({ value }) => value).filter((value) => value !== null)
  if (values.every((value) => isRichNode(value) && value.type === 'doc')) return 'rich'
  return !field.endsWith('Ids') && values.every(isLines) ? 'lines' : 'paper'
}

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((line) => typeof line === 'string' && !line.includes('\n'))

/** @returns a third value as its field keeps it; `undefined` while it is none */
export function typedValue(form: ThirdForm, optional: boolean, typed: string): Decided | undefined {
  if (typed.trim() === '') return optional ? null : undefined
  switch (form) {
    case 'text':
      return typed
    case 'integer':
      return /^-?\d{1,15}$/.test(typed.trim()) ? Number(typed) : undefined
    case 'boolean':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined
    case 'lines':
      return typed.split('\n').flatMap((line) => line.trim() || [])
    case 'rich':
      return JSON.parse(typed) as Decided
    case 'paper':
      return undefined
  }
}

/** @returns the value that a decision comes to; `undefined` while there is none */
export function decidedValue(conflict: Conflict, { place, typed }: Decision): Decided | undefined {
  if (place === 'third') return typedValue(thirdForm(conflict), conflict.optional, typed)
  return conflict.alternatives[place]?.value as Decided | undefined
}

/** @returns a third value to begin with: the one that counts until somebody decides, as somebody would type it */
export function begunDecision({ alternatives }: Conflict): Decision {
  return { place: 'third', typed: typedText(alternatives.find(({ counts }) => counts)?.value) }
}

function typedText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isLines(value)) return value.join('\n')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
