import type { EntityRow } from '../../../../shared/model/entities.ts'
import { methodWords } from '../../../../shared/sample/drawWords.ts'
import { html, type Shown } from './html.ts'
import { factList, type Page, table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { controlLink } from './controlLinks.ts'
import { byWords, evidenceLinks, plainWords } from './words.ts'

type Procedure = EntityRow<'procedure'>
type SampleItem = EntityRow<'sampleItem'>

/** A procedure on a sample has a test sheet. */
export const hasSheet = ({ sampleId }: Procedure): boolean => sampleId !== null

/** @returns the path of a procedure's test sheet */
export function sheetPath(papers: Papers, procedureId: string): string {
  const number = papers.rows('procedure').findIndex(({ id }) => id === procedureId) + 1
  return `pages/sheet-${String(number).padStart(5, '0')}.html`
}

/** One page a test sheet: the sample and every item with its outcomes. */
export function* sheetPages(papers: Papers, controls: ReadonlyMap<string, string>): IterableIterator<Page> {
  const results = Map.groupBy(papers.rows('result'), ({ procedureId }) => procedureId)
  const marks = Map.groupBy(
    papers.rows('resultTickmark').filter(({ placed }) => placed),
    ({ procedureId, sampleItemId, attribute }) => `${procedureId}:${sampleItemId}:${attribute}`,
  )
  for (const procedure of papers.rows('procedure').filter(hasSheet)) {
    const control = papers.get('control', procedure.controlId)
    const path = sheetPath(papers, procedure.id)
    const outcomes = new Map(
      (results.get(procedure.id) ?? []).map((row) => [`${procedure.id}:${row.sampleItemId}:${row.attribute}`, row]),
    )
    yield {
      path,
      title: `Test sheet of ${control?.ref ?? 'a control'}`,
      body: html`<p>${controlLink(controls, path, control)} <span class="soft">${control?.title}</span></p>
        <p class="said">${papers.procedureText(procedure)}</p>
        ${sampleFacts(papers, procedure)} ${sheetTable(papers, procedure, { outcomes, marks, path })} ${legend(papers)}`,
    }
  }
}

function sampleFacts(papers: Papers, { sampleId }: Procedure): Shown {
  const sample = papers.get('sample', sampleId)
  if (sample === undefined) return null
  const population = papers.get('population', sample.populationId)
  return factList([
    ['Population', population?.name],
    ['SHA-256 of the list', html`<code>${sample.populationSha256}</code>`],
    ['Selection', `${methodWords[sample.method]}, ${sample.algorithm}`],
    ['Seed', sample.seed],
    ['Drawn', byWords(papers, sample.drawnBy, sample.drawnAt)],
    ['Size', sample.plan?.sizeReason],
  ])
}

type Cells = {
  outcomes: ReadonlyMap<string, EntityRow<'result'>>
  marks: ReadonlyMap<string, readonly EntityRow<'resultTickmark'>[]>
  path: string
}

function sheetTable(papers: Papers, { id, sampleId }: Procedure, cells: Cells): Shown {
  const attributes = papers
    .rows('attribute')
    .filter(({ procedureId }) => procedureId === id)
    .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0) || (one.letter < other.letter ? -1 : 1))
  const items = papers
    .rows('sampleItem')
    .filter((item) => item.sampleId === sampleId)
    .toSorted((one, other) => one.drawOrder - other.drawOrder)
  return html`<h2>Attributes</h2>
    ${table(
      'Attributes',
      ['Letter', 'Attribute', 'Expected'],
      attributes.map(({ letter, text, expected }) => [letter, text, expected]),
    )}
    <h2>Items</h2>
    ${table(
      'Items',
      ['Order#', 'Item', ...attributes.map(({ letter }) => letter), 'Notes', 'Evidence'],
      items.map((item) =>
        itemRow(papers, item, {
          ...cells,
          keys: attributes.map(({ letter }) => [letter, `${id}:${item.id}:${letter}`]),
        }),
      ),
    )}`
}

function itemRow(
  papers: Papers,
  item: SampleItem,
  { outcomes, marks, keys, path }: Cells & { keys: string[][] },
): Shown[] {
  const notes = keys.flatMap(([letter = '', key = '']) => {
    const note = outcomes.get(key)?.note
    return note === null || note === undefined || note === '' ? [] : [html`<div>${letter}: ${note}</div>`]
  })
  const evidence = [
    ...papers.evidenceOf('sampleItem', item.id),
    ...keys.flatMap(([, key = '']) => papers.evidenceOf('result', key)),
  ]
  return [
    item.drawOrder,
    html`<bdi>${item.itemId}</bdi
      >${item.replacedBecause === null ? null : html` <span class="soft">(replaced: ${item.replacedBecause})</span>`}`,
    ...keys.map(([, key = '']) => html`${outcomeOf(outcomes.get(key))}${symbols(papers, marks.get(key) ?? [])}`),
    notes,
    evidenceLinks(papers, [...new Set(evidence)], path),
  ]
}

function outcomeOf(result: EntityRow<'result'> | undefined): Shown {
  const outcome = result?.outcome ?? null
  if (outcome === 'pass') return html`<span class="good">pass</span>`
  if (outcome === 'deviation') return html`<span class="bad">deviation</span>`
  return outcome === null ? html`<span class="soft">open</span>` : plainWords(outcome)
}

const symbols = (papers: Papers, marks: readonly EntityRow<'resultTickmark'>[]): Shown =>
  marks.map(({ tickmarkId }) => html` ${papers.get('tickmark', tickmarkId)?.symbol}`)

function legend(papers: Papers): Shown {
  const marks = papers.rows('tickmark').toSorted((one, other) => one.position - other.position)
  if (marks.length === 0) return null
  return html`<h2>Tickmarks</h2>
    ${table(
      'Tickmarks',
      ['Symbol', 'Meaning'],
      marks.map(({ symbol, meaning }) => [symbol, meaning]),
    )}`
}
