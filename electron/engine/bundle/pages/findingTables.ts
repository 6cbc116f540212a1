import type { EntityRow } from '../../../../shared/model/entities.ts'
import { controlLink } from './controlLinks.ts'
import type { Shown } from './html.ts'
import { table } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { byWords, evidenceLinks, plainWords } from './words.ts'

type Paths = ReadonlyMap<string, string>

/** Deviations with what became of them. */
export function deviationTable(
  papers: Papers,
  deviations: readonly EntityRow<'deviation'>[],
  controls: Paths,
  from: string,
): Shown {
  const rows = deviations.map((row) => [
    row.ref,
    controlLink(controls, from, papers.get('control', row.controlId)),
    row.condition,
    [row.cause, row.nature].filter(Boolean).join('; '),
    [row.effect, row.managementResponse].filter(Boolean).join('; '),
    plainWords(row.status),
    byWords(papers, row.recordedBy, row.recordedAt),
    evidenceLinks(papers, papers.evidenceOf('deviation', row.id), from),
  ])
  const headings = [
    'Deviation',
    'Control',
    'Condition',
    'Cause',
    'Effect and response',
    'Status',
    'Recorded',
    'Evidence',
  ]
  return table('Deviations', headings, rows)
}

/** Conclusions on controls and criteria. */
export function conclusionTable(
  papers: Papers,
  conclusions: readonly EntityRow<'conclusion'>[],
  controls: Paths,
  from: string,
): Shown {
  const rows = conclusions.map((row) => [
    row.targetEntity === 'control'
      ? controlLink(controls, from, papers.get('control', row.targetId))
      : row.targetId.split(':').at(-1),
    row.aspect,
    plainWords(row.outcome),
    row.rationale,
    byWords(papers, row.by, row.at),
  ])
  return table('Conclusions', ['On', 'Aspect', 'Outcome', 'Rationale', 'By'], rows)
}
