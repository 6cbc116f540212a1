import { createHash } from 'node:crypto'
import { contentsStyle } from '../../../shared/print/pageMarks.ts'

const style = `${contentsStyle}body { margin: 0; padding: 0 0.5pt; font: 9pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff; }
h1 { font-size: 15pt; margin: 0 0 4pt; }
h2 { font-size: 11pt; margin: 14pt 0 4pt; break-after: avoid; }
h3, h4 { font-size: 10pt; margin: 10pt 0 3pt; break-after: avoid; }
h4 { font-size: 9pt; }
p { margin: 0 0 6pt; white-space: pre-wrap; overflow-wrap: anywhere; }
ul, ol { margin: 0 0 6pt; padding-left: 16pt; }
blockquote { margin: 0 0 6pt 8pt; padding-left: 8pt; border-left: 1.5pt solid #888; }
li > p { margin: 0 0 2pt; }
td > p:last-child, th > p:last-child, blockquote > p:last-child { margin-bottom: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1pt 10pt; margin: 0 0 10pt; }
dt { color: #444; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
table { width: 100%; border-collapse: collapse; margin: 0 0 10pt; }
thead { display: table-header-group; }
tr.whole { break-inside: avoid; }
tr:has(> th[scope='rowgroup']) { break-after: avoid; }
td { orphans: 3; widows: 3; }
article { break-before: page; }
article.lead + article.lead { break-before: auto; break-inside: avoid; }
th, td { border: 0.5pt solid #888; padding: 2pt 4pt; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
th { background: #e8e8e8; }
.short { white-space: nowrap; }
thead.whole th { overflow-wrap: normal; }
.contents { columns: 3; column-gap: 12pt; padding: 0; }
.contents li { margin-left: 2.4em; }
@media screen { body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; } }
`

/** The style of a printed page; its content policy names exactly this text. */
export function printStyle(landscape: boolean): string {
  return `${style}@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 14mm 12mm 16mm; }\n`
}

/** @returns the policy under which a page of this style is shown: no script, no file, no address, no other style */
export function printPolicy(landscape: boolean): string {
  const hash = createHash('sha256').update(printStyle(landscape)).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
