import { contentsLine, contentsStyle } from '../print/pageMarks.ts'
import { richHtml } from '../richText/richHtml.ts'
import { escaped } from './escaped.ts'
import { type DocumentBlock, type DocumentSection, type ReportDocument, sectionHeading } from './document.ts'
import { anchorOf, deepestListed, listedHeadings } from './headings.ts'

/** Nothing runs and nothing is fetched; only the page's own style holds. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The one style of the page. */
export const reportStyle = `${contentsStyle}
@page { size: A4; margin: 22mm 20mm; }
body { color: #1a1a1a; font: 11pt/1.5 'Liberation Serif', Georgia, 'Times New Roman', serif; margin: 0 auto; max-width: 46rem; overflow-wrap: anywhere; padding: 2rem; }
h1, h2, h3, h4, nav, th, .cover { font-family: 'Liberation Sans', Arial, Helvetica, sans-serif; line-height: 1.25; }
.cover { border-bottom: 3px solid #1f3a5f; margin-bottom: 3rem; padding: 8rem 0 3rem; }
.cover .client { color: #1f3a5f; font-size: 26pt; font-weight: 700; }
.cover .kind { font-size: 16pt; margin-top: 1rem; }
.cover .when { font-size: 12pt; }
.cover .firm { font-size: 12pt; margin-top: 4rem; }
nav ol { list-style: none; padding: 0; }
nav li { margin: .35rem 0; }
nav .level1 { font-weight: 700; margin-top: .8rem; }
nav .level2 { padding-left: 1.2rem; }
h1 { border-bottom: 1px solid #1f3a5f; color: #1f3a5f; font-size: 18pt; margin: 3rem 0 1rem; padding-bottom: .4rem; }
h2 { color: #1f3a5f; font-size: 13pt; margin: 1.6rem 0 .5rem; }
h3 { font-size: 11pt; margin: 1.4rem 0 .3rem; }
h4 { font-size: 11pt; font-style: italic; margin: 1.1rem 0 .2rem; }
blockquote { border-left: 3px solid #b6bec8; margin: 0 0 .7rem; padding: 0 0 0 1rem; }
ul, ol { margin: 0 0 .7rem; padding-left: 1.6rem; }
li > p, td > p, th > p { margin: 0 0 .2rem; }
li > ul, li > ol { margin: 0; }
p { margin: 0 0 .7rem; }
p, td, th, li { white-space: pre-line; }
.sample, .unaudited { background: #f0f3f7; border-left: 4px solid #1f3a5f; padding: .6rem .8rem; }
.draft { background: #fff4d6; border-left: 4px solid #a15c00; padding: .6rem .8rem; }
.signature { margin: .2rem 0; }
table { border-collapse: collapse; font-size: 9.5pt; margin: .4rem 0 1.2rem; table-layout: fixed; width: 100%; }
th, td { border: 1px solid #b6bec8; padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { background: #e6ebf1; }
thead { display: table-header-group; }
@media print {
  body { max-width: none; padding: 0; }
  nav, section { break-before: page; }
  h1, h2, h3, h4 { break-after: avoid; }
  p:has(+ table), p:has(+ p + table) { break-after: avoid; }
  tr { break-inside: avoid; }
}
`

/** @returns the report as one static page that prints well: no script, nothing from elsewhere, every text literal */
export function reportHtml(document: ReportDocument): string {
  const { client, title, subtitle, firm, author, sections } = document
  const contents = listedHeadings(document)
    .map(
      (heading) => `<li class="level${heading.level}">${contentsLine(anchorOf(heading), escaped(heading.text))}</li>`,
    )
    .join('\n')
  const body = sections.map(sectionHtml).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="author" content="${escaped(author)}">
<title>${escaped(`${client}: ${title}`)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header class="cover">
<div class="client">${escaped(client)}</div>
<div class="kind">${escaped(title)}</div>
<div class="when">${escaped(subtitle)}</div>
<div class="firm">${escaped(firm)}</div>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${contents}
</ol>
</nav>
<main>
${body}
</main>
</body>
</html>
`
}

function sectionHtml(section: DocumentSection): string {
  const blocks = section.blocks.map((block, place) =>
    blockHtml(block, anchorOf({ section: section.key, block: place })),
  )
  return `<section id="${section.key}">\n<h1>${escaped(sectionHeading(section))}</h1>\n${blocks.join('\n')}\n</section>`
}

/** @param anchor by which the contents lead to it, where they list it */
function blockHtml(block: DocumentBlock, anchor: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${block.level <= deepestListed ? ` id="${anchor}"` : ''}>${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${escaped(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block)
    case 'rich':
      return richHtml(block.content, escaped)
  }
}

function tableHtml({ title, columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  // An attribute: a style of its own is nothing that the policy of a printed page lets through.
  const widths = columns.map(({ share }) => `<col width="${((share / all) * 100).toFixed(1)}%">`).join('')
  const head = columns.map((column) => `<th scope="col">${escaped(column.head)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')
  return `<table aria-label="${escaped(title)}"><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}
