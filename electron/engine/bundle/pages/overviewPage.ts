import { instantText } from '../../../../shared/period/instantText.ts'
import type { Manifest, ManifestFacts } from '../manifest.ts'
import { fixedPaths } from '../bundlePaths.ts'
import { controlLink, controlPaths, controlsInOrder } from './controlLinks.ts'
import { html, type Shown } from './html.ts'
import { factList, type Page, type PageLink, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { periodWords, plainWords } from './words.ts'

/** The first page: what this is, the scope, what is in it and what is not. */
export function overviewPage(papers: Papers, facts: ManifestFacts, bar: readonly PageLink[]): Page {
  const { engagement, created, exporter, application, purpose, omissions, part } = facts
  const row = papers.get('engagement', engagement.id)
  const period = periodWords(engagement.period?.start ?? null, engagement.period?.end ?? null, engagement.asOf)
  return {
    path: fixedPaths.index,
    title: `Workpapers: ${engagement.client}`,
    body: html`${part === undefined ? null : partNote(part)}
      ${factList([
        ['Client', html`<bdi>${engagement.client}</bdi>`],
        ['System', row?.system],
        [
          'Report',
          `SOC 2 ${engagement.reportType === 'type1' ? 'Type 1' : 'Type 2'}, ${period ?? 'period not stated'}`,
        ],
        ['Categories', row?.categories?.map(plainWords).join(', ')],
        ['Basis of the opinion', row?.opinionBasis],
        ['Exported by', html`<bdi>${exporter.name}</bdi>, ${instantText(created)}`],
        ['With', `${application.name} ${application.version}`],
        ['Purpose', purpose],
      ])}
      <h2>Contents</h2>
      <ul>
        ${bar.slice(1).map(({ title, path }) => html`<li><a href="${path}">${title}</a></li>`)}
        <li><a href="${fixedPaths.readme}">README.txt</a>: how to verify this without Tickmark</li>
      </ul>
      <h2>People</h2>
      ${table('People', ['Name', 'Initials', 'Role'], papers.rows('teamMember').map(personRow))}
      <h2>Third parties</h2>
      ${thirdParties(papers)}
      <h2>Left out on purpose</h2>
      ${table(
        'Left out',
        ['What', 'Why'],
        omissions.map(({ what, reason }) => [what, reason]),
      )}`,
  }
}

const personRow = ({ name, initials, role }: { name: string; initials: string; role: string }): Shown[] => [
  name,
  initials,
  role,
]

function partNote({ kind, title }: NonNullable<Manifest['part']>): Shown {
  return html`<p class="bad">
    This is a part of the workpapers (${kind}: ${title}). It holds no journal: compare its state with that of the whole
    engagement.
  </p>`
}

function thirdParties(papers: Papers): Shown {
  const paths = controlPaths(papers)
  const controls = Map.groupBy(controlsInOrder(papers), ({ organisationId }) => organisationId)
  const reports = Map.groupBy(papers.rows('subserviceReport'), ({ organisationId }) => organisationId)
  const rows = papers
    .rows('subserviceOrganisation')
    .map(({ id, name, service, method }) => [
      name,
      service,
      plainWords(method),
      (controls.get(id) ?? []).map((control, at) => [
        at === 0 ? '' : ', ',
        controlLink(paths, fixedPaths.index, control),
      ]),
      (reports.get(id) ?? [])
        .map((report) => `${report.title}, ${periodWords(report.periodStart, report.periodEnd, report.asOf) ?? ''}`)
        .join('; '),
    ])
  return table('Third parties', ['Organisation', 'Service', 'Method', 'Its controls in our matrix', 'Reports'], rows)
}
