import type { RecordKind } from '../../shared/record/record.ts'

/** Kinds of record that are rows with an id of their own. */
export type StoredKind = Exclude<RecordKind, 'result' | 'criterion' | 'opinion'>

/** Longest text from which the title of a record is made, in characters. */
const excerpt = (column: string) => `substr(${column}, 1, 400)`

const controlRef = (controlId: string) => `(SELECT ref FROM control WHERE control.id = ${controlId})`

/**
 * For each kind a SELECT of its rows, hidden ones too: `id, ref, title, within, hidden, engagement_id` and `words`, in which
 * it is found. Sample items are found by their id alone: there may be a whole population of them.
 */
export const recordSelects: Record<StoredKind, string> = {
  control: row({ table: 'control', ref: 'ref', title: 'title' }),
  deviation: row({ table: 'deviation', ref: 'ref', title: excerpt('condition') }),
  request: row({ table: 'request', ref: 'ref', title: 'title' }),
  evidence: row({ table: 'evidence', ref: 'name', title: `coalesce(${excerpt('note')}, '')` }),
  population: row({ table: 'population', ref: 'name', title: `rows || ' rows'` }),
  sample: row({
    table: 'sample',
    ref: `'Sample of ' || ${controlRef('control_id')}`,
    title: `(SELECT name FROM population WHERE population.id = population_id)`,
  }),
  sampleItem: row({
    table: 'sample_item',
    ref: 'item_id',
    title: `(SELECT 'item of the sample of ' || ${controlRef('sample.control_id')} FROM sample WHERE sample.id = sample_id)`,
    within: 'sample_id',
    words: 'item_id',
  }),
  procedure: row({
    table: 'procedure',
    ref: `${controlRef('control_id')} || ' ' || nature`,
    title: excerpt('text'),
    within: 'control_id',
  }),
  walkthrough: row({
    table: 'walkthrough',
    ref: `${controlRef('control_id')} || ' walkthrough'`,
    title: 'instance',
    within: 'control_id',
  }),
  conclusion: row({
    table: 'conclusion',
    ref: `'Conclusion on the ' || aspect || ' of ' ||
      CASE target_entity
        WHEN 'control' THEN ${controlRef('target_id')}
        WHEN 'commitment' THEN (SELECT ref FROM commitment WHERE commitment.id = target_id)
        ELSE target_id
      END`,
    title: `replace(outcome, '_', ' ')`,
    within: `CASE target_entity WHEN 'control' THEN target_id END`,
  }),
  subserviceOrganisation: row({ table: 'subservice_organisation', ref: 'name', title: 'service' }),
  subserviceReport: row({
    table: 'subservice_report',
    ref: `(SELECT name FROM subservice_organisation AS organisation WHERE organisation.id = organisation_id) || ', ' || title`,
    title: `''`,
    within: 'organisation_id',
  }),
  complementaryControl: row({ table: 'complementary_control', ref: 'ref', title: excerpt('text') }),
  letter: row({
    table: 'letter',
    ref: `CASE kind WHEN 'assertion' THEN 'Management''s assertion' WHEN 'representation' THEN 'Representation letter'
      ELSE 'Bridge letter' END`,
    title: `coalesce(signed_by, '')`,
  }),
  narrative: row({
    table: 'narrative',
    ref: 'title',
    title: `CASE kind WHEN 'narrative' THEN '' ELSE replace(kind, '_', ' ') || coalesce(' of ' || held_on, '') END`,
  }),
  engagement: row({ table: 'engagement', ref: 'client', title: `coalesce("system", '')` }),
}

type Row = { table: string; ref: string; title: string; within?: string; words?: string }

function row({ table, ref, title, within = 'NULL', words = `${ref} || ' ' || ${title}` }: Row): string {
  return `SELECT id, ${ref} AS ref, ${title} AS title, ${within} AS within, deleted AS hidden, engagement_id, ${words} AS words
    FROM ${table}`
}
