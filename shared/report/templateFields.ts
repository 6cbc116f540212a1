import type { SectionKey } from './document.ts'

/** Fields of a template that stand within a line, and what fills each. */
export const lineFields = {
  client: 'the client',
  title: 'kind of report, such as SOC 2 Type 2 report',
  subtitle: 'the system, and the period or date',
  firm: 'the firm',
} as const

export type LineField = keyof typeof lineFields

/** Fields that stand alone in a paragraph, and the section that fills each. */
export const sectionFields = {
  auditors_report: 'auditorsReport',
  assertion: 'assertion',
  description: 'description',
  tests: 'tests',
  other: 'other',
} as const satisfies Record<string, SectionKey>

/** All sections in the firm's order; and a table of contents. */
export const wholeReport = 'report'
export const contents = 'contents'

const known: ReadonlySet<string> = new Set([
  ...Object.keys(lineFields),
  ...Object.keys(sectionFields),
  wholeReport,
  contents,
])

/** @returns what each field is filled with, for whoever writes a template */
export function fieldMeanings(): { name: string; meaning: string }[] {
  return [
    ...Object.entries(lineFields).map(([name, meaning]) => ({ name, meaning })),
    { name: contents, meaning: 'a table of contents' },
    { name: wholeReport, meaning: "all sections in the firm's order" },
    ...Object.keys(sectionFields).map((name) => ({ name, meaning: `only the section “${name.replaceAll('_', ' ')}”` })),
  ]
}

/** @returns the fields of a text, each once: what stands between `{{` and `}}` */
export function fieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name))]
}

/**
 * A template has every section, by one field for all or by one for each, so that no report is written without a section.
 * @returns fields that nothing fills, and those that are lacking
 */
export function templateFieldProblems(fields: readonly string[]): { unknown: string[]; missing: string[] } {
  const sections = Object.keys(sectionFields)
  return {
    unknown: fields.filter((field) => !known.has(field)),
    missing: fields.includes(wholeReport) ? [] : sections.filter((field) => !fields.includes(field)),
  }
}
