/** Kinds of value that a journaled field can hold; each is a JSON value or `null`. */
export type FieldKind = 'text' | 'integer' | 'boolean' | 'json'

/** A field of an entity. `required` ones are set by the entry that creates the entity and are never `null`. */
export type Field<T = unknown, R extends boolean = boolean> = {
  readonly kind: FieldKind
  readonly required: R
  /** Carries the TypeScript type; there is never a value. */
  readonly type?: T
}

const field =
  <T>(kind: FieldKind) =>
  () =>
    ({ kind, required: true }) as Field<T, true>

export const text = <T extends string = string>() => field<T>('text')()
export const integer = field<number>('integer')
export const boolean = field<boolean>('boolean')
export const json = <T>() => field<T>('json')()

/** The same field, yet it may be `null`. */
export const optional = <T>({ kind }: Field<T, true>) => ({ kind, required: false }) as Field<T | null, false>
