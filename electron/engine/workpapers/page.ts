import { contentsLine } from '../../../shared/print/pageMarks.ts'
import { Html, markup } from '../print/html.ts'
import type { PrintedPage } from '../print/printPage.ts'
import { printRecords } from '../print/printRecords.ts'
import { printTable } from '../print/printTable.ts'
import { factList } from './factList.ts'
import type { Paper } from './paper.ts'

/** @returns a pack as one page to print: what is in it, then every paper */
export function packPage(title: string, about: PrintedPage['about'], papers: readonly Paper[]): PrintedPage {
  return {
    title,
    about,
    body: markup`<ol class="contents">${papers.map(({ title: name }, at) => markup`<li>${new Html(contentsLine(`paper-${at + 1}`, markup`${name}`.markup))}</li>`)}</ol>
${papers.map((paper, at) => markup`<article id="paper-${at + 1}" class="${isLead(paper) ? 'lead' : 'paper'}"><h2>${paper.title}</h2>\n${content(paper)}</article>\n`)}`,
    landscape: true,
  }
}

/** Lead sheets that follow each other share a page; every other paper has one of its own. */
const isLead = ({ layout, page }: Paper) => layout === 'facts' && page === undefined

function content({ sheet, layout, notOnPaper, page }: Paper): Html {
  if (page !== undefined) return page
  const printed = { ...sheet, hidden: [...(sheet.hidden ?? []), ...notOnPaper] }
  if (layout === 'facts') return factList(sheet.rows)
  if (sheet.rows.length === 0) return markup`<p>None.</p>`
  return layout === 'records' ? printRecords(printed) : printTable(printed)
}
