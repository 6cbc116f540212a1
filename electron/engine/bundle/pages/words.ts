import type { EntityRow } from '../../../../shared/model/entities.ts'
import { html, type Markup, type Shown } from './html.ts'
import type { Papers } from './papers.ts'
import { rootFrom } from './pageLayout.ts'

/** A word of the model as a reader knows it: `not_effective` → `not effective`, `it_dependent` → `IT-dependent`. */
export const plainWords = (word: string | null): string | null =>
  word?.replace(/^it_/, 'IT-').replaceAll('_', ' ') ?? null

/** Who did something and when. */
export function byWords(papers: Papers, by: string | null, at: string | null): string {
  return [papers.person(by), at?.slice(0, 16).replace('T', ' ')].filter(Boolean).join(', ')
}

/** `2025-10-01 to 2026-09-30`, or the one day of a report as of a date. */
export function periodWords(start: string | null, end: string | null, asOf: string | null): string | null {
  if (start !== null && end !== null) return `${start} to ${end}`
  return asOf === null ? null : `as of ${asOf}`
}

/** What may run as a program where a browser opens it: its path is shown, and no link leads there. */
const active =
  /\.(?:x?html?|xht|svgz?|xml|xslt?|mht(?:ml)?|m?js|swf|pdfx?m|url|hta|exe|com|bat|cmd|ps1|vbs|lnk|jar|msi|scr)$/i

/** Evidence as links to the files of the bundle, with each file's own name. */
export function evidenceLinks(papers: Papers, rows: readonly EntityRow<'evidence'>[], from: string): Shown {
  return rows.map((row, at) => html`${at === 0 ? '' : html`<br />`}${evidenceLink(papers, row, from)}`)
}

export function evidenceLink(papers: Papers, { id, name }: EntityRow<'evidence'>, from: string): Markup {
  const path = papers.evidencePaths.get(id)
  if (path === undefined) return html`<bdi>${name}</bdi> <span class="soft">(not in this bundle)</span>`
  if (active.test(path)) return html`<bdi>${name}</bdi> <span class="soft">(${path}: opens only by hand)</span>`
  return html`<a href="${rootFrom(from)}${path}"><bdi>${name}</bdi></a>`
}
