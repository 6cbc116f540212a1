import type { ReportType } from '../../../../shared/contract/engagement.ts'
import type { EntityRow } from '../../../../shared/model/entities.ts'
import { aspectTitles } from '../../../../shared/opinion/conclusionWords.ts'
import { html, type Shown } from './html.ts'
import { factList, type Page, rootFrom, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { controlLink, controlsInOrder } from './controlLinks.ts'
import { conclusionTable, deviationTable } from './findingTables.ts'
import { hasSheet, sheetPath } from './sheetPages.ts'
import { byWords, evidenceLinks, plainWords } from './words.ts'

type Procedure = EntityRow<'procedure'>

export const controlsPath = 'pages/controls.html'

/** The register of controls, each with its criteria and what was concluded; as of a date nothing was on their operation. */
export function controlsPage(papers: Papers, paths: ReadonlyMap<string, string>, reportType: ReportType): Page {
  const conclusions = Map.groupBy(papers.rows('conclusion'), ({ targetId }) => targetId)
  const outcome = (id: string, aspect: string) =>
    plainWords((conclusions.get(id) ?? []).find((row) => row.aspect === aspect)?.outcome ?? null) ??
    html`<span class="soft">not concluded</span>`
  const criteria = criteriaByControl(papers)
  const aspects = reportType === 'type1' ? (['design'] as const) : (['design', 'operation'] as const)
  const rows = controlsInOrder(papers).map(({ id, ref, title }) => [
    controlLink(paths, controlsPath, { id, ref }),
    title,
    criteria.get(id)?.join(', '),
    ...aspects.map((aspect) => outcome(id, aspect)),
  ])
  return {
    path: controlsPath,
    title: 'Controls',
    body: table('Controls', ['Control', 'Title', 'Criteria', ...aspects.map((aspect) => aspectTitles[aspect])], rows),
  }
}

function criteriaByControl(papers: Papers): ReadonlyMap<string, string[]> {
  const mapped = papers.rows('controlCriterion').filter((row) => row.mapped)
  return new Map(
    [...Map.groupBy(mapped, ({ controlId }) => controlId)].map(([id, rows]) => [
      id,
      rows.map(({ criterionId }) => criterionId).toSorted(),
    ]),
  )
}

/** One page a control: its versions, walkthroughs, procedures, deviations and conclusions. */
export function* controlPages(papers: Papers, paths: ReadonlyMap<string, string>): IterableIterator<Page> {
  const criteria = criteriaByControl(papers)
  for (const control of controlsInOrder(papers)) {
    const path = paths.get(control.id) ?? ''
    const { ref, title, owner, organisationId, id } = control
    yield {
      path,
      title: `${ref} ${title}`,
      body: html`${factList([
          ['Criteria', criteria.get(id)?.join(', ')],
          ['Owner', owner],
          ['Organisation', papers.get('subserviceOrganisation', organisationId)?.name],
          ['Evidence', evidenceLinks(papers, papers.evidenceOf('control', id), path)],
        ])}
        <h2>What it does</h2>
        ${versions(papers, id)}
        <h2>Walkthroughs</h2>
        ${walkthroughs(papers, id, path)}
        <h2>Procedures</h2>
        ${papers
          .rows('procedure')
          .filter(({ controlId }) => controlId === id)
          .map((procedure) => procedureSection(papers, procedure, path))}
        <h2>Deviations</h2>
        ${deviationTable(
          papers,
          papers.rows('deviation').filter(({ controlId }) => controlId === id),
          paths,
          path,
        )}
        <h2>Conclusions</h2>
        ${conclusionTable(
          papers,
          papers
            .rows('conclusion')
            .filter(({ targetEntity, targetId }) => targetEntity === 'control' && targetId === id),
          paths,
          path,
        )}`,
    }
  }
}

function versions(papers: Papers, controlId: string): Shown {
  const rows = papers
    .rows('controlVersion')
    .filter((version) => version.controlId === controlId)
    .toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1))
    .map(({ effectiveOn, description, frequency, type, nature }) => [
      effectiveOn,
      description,
      [frequency, type, nature].map(plainWords).join(', '),
    ])
  return table('Versions', ['In force from', 'Description', 'Kind'], rows)
}

function walkthroughs(papers: Papers, controlId: string, from: string): Shown {
  const rows = papers
    .rows('walkthrough')
    .filter((row) => row.controlId === controlId)
    .map((row) => [
      row.performedOn,
      papers.person(row.performedBy),
      row.instance,
      row.trace,
      row.suitablyDesigned && row.implemented
        ? 'suitably designed, implemented'
        : html`<span class="bad">not both</span>`,
      evidenceLinks(papers, papers.evidenceOf('walkthrough', row.id), from),
    ])
  return table('Walkthroughs', ['Day', 'By', 'Instance', 'Trace', 'Result', 'Evidence'], rows)
}

function procedureSection(papers: Papers, procedure: Procedure, from: string): Shown {
  const { id, nature, timing, aspect, finding, performedBy, performedOn } = procedure
  const sheet = hasSheet(procedure) ? html`<a href="${rootFrom(from)}${sheetPath(papers, id)}">Test sheet</a>` : null
  return html`<h3>${capital(plainWords(nature))} (${aspect})</h3>
    <p class="said">${papers.procedureText(procedure)}</p>
    ${factList([
      ['Timing', plainWords(timing)],
      ['Performed', byWords(papers, performedBy, performedOn)],
      ['Finding', finding],
      ['Results', sheet],
      ['Evidence', evidenceLinks(papers, papers.evidenceOf('procedure', id), from)],
    ])}`
}

const capital = (words: string | null) => (words === null ? '' : words.charAt(0).toUpperCase() + words.slice(1))
