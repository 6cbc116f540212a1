import type { EntityRow } from '../../../../shared/model/entities.ts'
import { narrativeKindNames } from '../../../../shared/narrative/kindNames.ts'
import { richHtml } from '../../../../shared/richText/richHtml.ts'
import { controlLink } from './controlLinks.ts'
import { escapeText, html, Markup, type Shown } from './html.ts'
import { factList, type Page, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { byWords, evidenceLinks, periodWords, plainWords } from './words.ts'

type Paths = ReadonlyMap<string, string>

/** What surrounds the testing: the description, letters, complementary controls, notes, and what became of the file. */
export function documentPages(papers: Papers, controls: Paths): Page[] {
  return [
    descriptionPage(papers),
    narrativesPage(papers),
    complementaryPage(papers, controls),
    lettersPage(papers),
    notesPage(papers),
    filePage(papers),
  ]
}

function descriptionPage(papers: Papers): Page {
  const sections = papers.rows('descriptionSection').toSorted((one, other) => one.place - other.place)
  return {
    path: 'pages/description.html',
    title: 'System description',
    body: sections.map(
      (section) =>
        html`<h2>${section.title}</h2>
          <p class="soft">
            ${[section.criterionId, byWords(papers, section.by, section.at)].filter(Boolean).join(' · ')}
          </p>
          <div class="said">${section.plain}</div>`,
    ),
  }
}

function narrativesPage(papers: Papers): Page {
  const path = 'pages/narratives.html'
  const collator = new Intl.Collator('en', { numeric: true })
  return {
    path,
    title: 'Narratives and notes',
    body: papers
      .rows('narrative')
      .toSorted((one, other) => collator.compare(one.title, other.title))
      .map(
        (row) =>
          html`<article>
            <h2>${row.title}</h2>
            <p class="soft">
              ${[narrativeKindNames[row.kind], row.heldOn, row.metWith, byWords(papers, row.by, row.at)].filter(Boolean).join(' · ')}
            </p>
            ${new Markup(richHtml(row.content.content, (text) => escapeText(papers.plain(text))))}
            <p>${evidenceLinks(papers, papers.evidenceOf('narrative', row.id), path)}</p>
          </article>`,
      ),
  }
}

const complementaryKinds = { cuec: 'of user entities', csoc: 'of a subservice organisation' } as const

function complementaryPage(papers: Papers, controls: Paths): Page {
  const path = 'pages/complementary.html'
  const rows = papers
    .rows('complementaryControl')
    .map((row) => [
      row.ref,
      complementaryKinds[row.kind],
      papers.get('subserviceOrganisation', row.organisationId)?.name,
      html`<div class="said">${row.text}</div>`,
      row.criteria.join(', '),
      row.controlIds.map(
        (id, at) => html`${at === 0 ? '' : ', '}${controlLink(controls, path, papers.get('control', id))}`,
      ),
      row.communicated,
    ])
  const headings = ['Reference', 'Kind', 'Organisation', 'What it has to do', 'Criteria', 'Controls', 'Communicated']
  return { path, title: 'Complementary controls', body: table('Complementary controls', headings, rows) }
}

function lettersPage(papers: Papers): Page {
  const path = 'pages/letters.html'
  const rows = papers
    .rows('letter')
    .map((row) => [
      plainWords(row.kind),
      plainWords(row.issuer),
      row.datedOn,
      row.signedBy,
      periodWords(row.periodStart, row.periodEnd, row.asOf),
      html`<div class="said">${[row.text, row.note].filter(Boolean).join('\n\n')}</div>`,
      evidenceLinks(papers, papers.evidenceOf('letter', row.id), path),
    ])
  const headings = ['Letter', 'From', 'Dated', 'Signed by', 'Speaks of', 'Wording and note', 'Evidence']
  return { path, title: 'Letters', body: table('Letters', headings, rows) }
}

function notesPage(papers: Papers): Page {
  const responses = Map.groupBy(papers.rows('reviewResponse'), ({ noteId }) => noteId)
  const collator = new Intl.Collator('en', { numeric: true })
  const rows = papers
    .rows('reviewNote')
    .toSorted((one, other) => collator.compare(one.ref, other.ref))
    .map((note) => [
      note.ref,
      plainWords(note.kind),
      note.priority,
      html`<div class="said">${note.text}</div>
        <div class="soft">${byWords(papers, note.by, note.at)}</div>`,
      (responses.get(note.id) ?? []).map(responseOf(papers)),
      note.status,
      [note.clearedAt?.slice(0, 10), note.clearedRemark].filter(Boolean).join(': '),
    ])
  const headings = ['Note', 'Kind', 'Priority', 'Text', 'Responses', 'Status', 'Cleared']
  return { path: 'pages/notes.html', title: 'Review notes', body: table('Review notes', headings, rows) }
}

const responseOf =
  (papers: Papers) =>
  ({ text, by, at }: EntityRow<'reviewResponse'>): Shown =>
    html`<div class="said">${text}</div>
      <div class="soft">${byWords(papers, by, at)}</div>`

/** The dates of the file, its lock, and what was done after the report date or came after the lock. */
function filePage(papers: Papers): Page {
  const dates = papers.get('engagementDates', papers.engagementId)
  const lock = papers.get('engagementLock', papers.engagementId)
  const lateChanges = papers
    .rows('lateChange')
    .map((row) => [
      html`<div class="said">${row.circumstances}</div>`,
      html`<div class="said">${row.procedures}</div>`,
      row.conclusions,
      byWords(papers, row.openedBy, row.openedAt),
      byWords(papers, row.reviewedBy, row.reviewedAt),
    ])
  const addenda = papers
    .rows('addendum')
    .map((row) => [
      row.reason,
      row.changed,
      row.effectOnConclusions,
      byWords(papers, row.by, row.at),
      byWords(papers, row.reviewedBy, row.reviewedAt),
    ])
  return {
    path: 'pages/file.html',
    title: 'Dates and lock',
    body: html`${factList([
        ['Report planned for', dates?.plannedReportOn],
        ['Report dated', dates?.reportOn],
        ['Report released', dates?.releaseOn],
        ['Days to complete the file', dates?.completionDays],
        ['Years to keep it', dates?.retentionYears],
        ['Reason', dates?.reason],
        ['Locked', lock === undefined ? 'not locked' : byWords(papers, lock.lockedBy, lock.lockedAt)],
      ])}
      <h2>Changes after the report date</h2>
      ${table('Changes after the report date', ['Circumstances', 'Procedures', 'Conclusions', 'By', 'Reviewed'], lateChanges)}
      <h2>Addenda after the lock</h2>
      ${table('Addenda after the lock', ['Reason', 'What changed', 'Effect on conclusions', 'By', 'Reviewed'], addenda)}`,
  }
}
