import { DomainError } from '../errors/domainError.ts'

/** What a procedure's text may leave to be filled in, and what each stands for. */
export const placeholders = {
  client: 'the client',
  system: 'the system of the engagement',
  control: 'reference and title of the control',
  'control description': 'what the control does, in its latest wording',
  frequency: 'how often the control runs',
  criteria: 'the criteria that the control answers',
  period: 'the period of the engagement, or the day that it is as of',
  population: 'the population that the sample was drawn from',
  'population size': 'rows that could be drawn',
  'sample size': 'items of the sample',
} as const

export type Placeholder = keyof typeof placeholders

/** Values for the placeholders; `null` where there is none yet, such as the size of a sample that is not drawn. */
export type PlaceholderValues = Record<Placeholder, string | null>

const token = /\{([^{}]*)\}/g

/** A placeholder with the full stop of its sentence, not the first of an ellipsis. */
const tokenAndStop = /\{([^{}]*)\}((?:\.(?!\.))?)/g

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name)

/**
 * A placeholder is written in one way: `{sample size}`, in lower case, words set apart by one space. A brace without its
 * partner is text.
 * @throws DomainError `procedure.unknown_placeholder` with the placeholder and where it begins, counted from 1
 */
export function checkPlaceholders(text: string): void {
  for (const { 0: placeholder, 1: name = '', index } of text.matchAll(token)) {
    if (isPlaceholder(name)) continue
    const known = Object.keys(placeholders).map((each) => `{${each}}`)
    throw new DomainError('procedure.unknown_placeholder', { placeholder, position: index + 1, known })
  }
}

/**
 * Fills what is known; a placeholder without a value stays as it is written. A value that ends with a full stop, such as
 * `Northwind Ledger, Inc.`, ends a sentence by it as well.
 * @returns the text as it reads, and the placeholders that stay
 */
export function fillPlaceholders(text: string, values: PlaceholderValues): { filled: string; open: Placeholder[] } {
  const open = new Set<Placeholder>()
  const filled = text.replaceAll(tokenAndStop, (whole, name: string, stop: string) => {
    if (!isPlaceholder(name)) return whole
    const value = values[name]
    if (value === null) open.add(name)
    return value === null ? whole : `${value}${value.endsWith('.') ? '' : stop}`
  })
  return { filled, open: [...open] }
}
