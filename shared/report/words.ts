import type { ReportFacts } from './facts.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @returns a day as a letter writes it: `October 1, 2025` */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${months[Number(month) - 1] ?? ''} ${Number(date)}, ${year}`
}

/** @returns when the report is about: `throughout the period October 1, 2025 to September 30, 2026` or `as of …` */
export function whenWords({ scope }: Pick<ReportFacts, 'scope'>): string {
  return 'asOf' in scope
    ? `as of ${dayWords(scope.asOf)}`
    : `throughout the period ${dayWords(scope.start)} to ${dayWords(scope.end)}`
}

/** @returns the system under examination, with its owner */
export function systemWords({ client, system }: Pick<ReportFacts, 'client' | 'system'>): string {
  return system === null ? `the system of ${client}` : `the ${system} system of ${client}`
}

const categoryNames: Record<string, string> = {
  security: 'security',
  availability: 'availability',
  confidentiality: 'confidentiality',
  processing_integrity: 'processing integrity',
  privacy: 'privacy',
}

/** @returns the categories as a sentence lists them */
export function categoryWords(categories: readonly string[]): string {
  return joined(categories.map((category) => categoryNames[category] ?? category))
}

/** `a`, `a and b`, `a, b, and c`. */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  if (words.length < 3) return words.join(' and ')
  return `${words.slice(0, -1).join(', ')}, and ${last}`
}

/** @returns the text as a sentence that ends */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?…]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`
}

/** @returns the paragraphs of a text that was typed, apart by an empty line */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
