import type { Conflict } from '../../../shared/contract/conflict.ts'
import type { ParamsOf } from '../../../shared/contract/index.ts'

export type Decided = ParamsOf<'conflict.resolve'>['value']

/** What somebody decides: one of the values by its place, or a third one as it is typed. */
export type Decision = { place: number | 'third'; typed: string }

/** @returns a third value as its field keeps it; `undefined` while it is none */
export function typedValue(
  { kind, optional }: Pick<Conflict, 'kind' | 'optional'>,
  typed: string,
): Decided | undefined {
  if (typed.trim() === '') return optional ? null : undefined
  switch (kind) {
    case 'text':
      return typed
    case 'integer':
      return /^-?\d{1,15}$/.test(typed.trim()) ? Number(typed) : undefined
    case 'boolean':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined
    case 'json':
      return parsed(typed)
  }
}

function parsed(typed: string): Decided | undefined {
  try {
    return JSON.parse(typed) as Decided
  } catch {
    return undefined
  }
}

/** @returns the value that a decision comes to; `undefined` while there is none */
export function decidedValue(conflict: Conflict, { place, typed }: Decision): Decided | undefined {
  if (place === 'third') return typedValue(conflict, typed)
  return conflict.alternatives[place]?.value as Decided | undefined
}

/** @returns a value as somebody would type it, to begin a third one with */
export function typedText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
