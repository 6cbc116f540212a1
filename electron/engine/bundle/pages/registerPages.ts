import type { ReportType } from '../../../../shared/contract/engagement.ts'
import type { EntityRow } from '../../../../shared/model/entities.ts'
import { conclusionTable, deviationTable } from './findingTables.ts'
import { html, type Shown } from './html.ts'
import { type Page, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { byWords, evidenceLink, evidenceLinks, plainWords } from './words.ts'

type Paths = ReadonlyMap<string, string>

/** The registers of an engagement: one page each. As of a date there is mostly no population, and no page without one. */
export function registerPages(papers: Papers, controls: Paths, reportType: ReportType): Page[] {
  return [
    ...(reportType === 'type1' && papers.rows('population').length === 0 ? [] : [populationsPage(papers)]),
    requestsPage(papers),
    page('pages/deviations.html', 'Deviations', (path) =>
      deviationTable(papers, papers.rows('deviation'), controls, path),
    ),
    page('pages/conclusions.html', 'Conclusions', (path) =>
      conclusionTable(papers, papers.rows('conclusion'), controls, path),
    ),
    opinionPage(papers),
    evidencePage(papers),
  ]
}

const page = (path: string, title: string, body: (path: string) => Shown): Page => ({ path, title, body: body(path) })

function opinionPage(papers: Papers): Page {
  return page('pages/opinion.html', 'Opinion', () => {
    const parts = papers
      .rows('opinion')
      .map((row) => [plainWords(row.part), plainWords(row.form), row.reasoning, byWords(papers, row.by, row.at)])
    return table('Opinion', ['Part', 'Form', 'Reasoning', 'By'], parts)
  })
}

function populationsPage(papers: Papers): Page {
  return page('pages/populations.html', 'Populations', (path) => {
    const rows = papers.rows('population').map((row) => {
      const file = papers.get('evidence', row.evidenceId)
      return [
        row.name,
        row.rows,
        html`${file === undefined ? row.fileName : evidenceLink(papers, file, path)}<br /><code>${row.sha256}</code>`,
        row.concludedAt === null
          ? 'not concluded'
          : `${row.complete === true && row.accurate === true ? 'complete and accurate' : 'not complete or not accurate'}: ${row.procedure ?? ''}`,
        byWords(papers, row.concludedBy, row.concludedAt),
      ]
    })
    return table(
      'Populations',
      ['Population', 'Rows#', 'List and its SHA-256', 'Completeness and accuracy', 'By'],
      rows,
    )
  })
}

function requestsPage(papers: Papers): Page {
  const items = Map.groupBy(papers.rows('sampleItem'), ({ sampleId }) => sampleId)
  return page('pages/requests.html', 'Requests', (path) => {
    const collator = new Intl.Collator('en', { numeric: true })
    const rows = papers
      .rows('request')
      .toSorted((one, other) => collator.compare(one.ref, other.ref))
      .map((row) => [
        row.ref,
        html`<strong>${row.title}</strong>
          <div class="said">${row.text}</div>`,
        itemList(row.sampleId === null ? [] : (items.get(row.sampleId) ?? [])),
        row.dueOn,
        row.owner,
        row.priority,
        row.status,
        evidenceLinks(papers, papers.evidenceOf('request', row.id), path),
      ])
    return table(
      'Requests',
      ['Request', 'What is asked for', 'Items', 'Due', 'From', 'Priority', 'Status', 'Evidence'],
      rows,
    )
  })
}

const itemList = (items: readonly EntityRow<'sampleItem'>[]): Shown =>
  items
    .toSorted((one, other) => one.drawOrder - other.drawOrder)
    .map(({ itemId, replacedBecause }) => (replacedBecause === null ? html`<div><bdi>${itemId}</bdi></div>` : null))

function evidencePage(papers: Papers): Page {
  return page('pages/evidence.html', 'Evidence', (path) => {
    const rows = papers
      .rows('evidence')
      .map((row) => [
        evidenceLink(papers, row, path),
        row.size,
        row.effectiveOn,
        [plainWords(row.origin), row.receivedFrom].filter(Boolean).join(', '),
        byWords(papers, row.importedBy, row.importedAt),
        html`<code>${row.sha256}</code>`,
      ])
    return table('Evidence', ['File', 'Bytes#', 'Proves', 'From', 'Taken', 'SHA-256'], rows)
  })
}
