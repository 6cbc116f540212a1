import { proseFields } from '../../shared/record/prose.ts'
import { searchEntities, type SearchEntity } from '../../shared/search/searchKinds.ts'
import { quoted } from '../table.ts'
import { controlOfPaper } from './documentSelects.ts'

/**
 * Which documents say something else after rows of an entity were written; `ids` is a SELECT of theirs for the rows in the
 * JSON list that is its one place. With `fields` only where one of these was written.
 */
export type Touch = { on: string; entity: SearchEntity; ids: string; fields?: ReadonlySet<string> }

const given = '(SELECT value FROM json_each(?))'

/** Rows of a table that name a written row in a column. */
const naming = (table: string, column: string) => `SELECT id FROM ${table} WHERE ${column} IN ${given}`

const named = (table: string, column: string) => `SELECT ${column} FROM ${table} WHERE id IN ${given}`

const own: Touch[] = searchEntities.map((entity) => ({ on: entity, entity, ids: 'SELECT value FROM json_each(?)' }))

const parts: Touch[] = proseFields.flatMap(({ entity, of }) =>
  of.idField === 'id' || of.kind === 'criterion'
    ? []
    : [{ on: entity, entity: of.kind, ids: named(quoted(entity), quoted(of.idField)) }],
)

/** What names a control says its reference, and is found by it and by the criteria that it is mapped to. */
const namesControl = (controls: string): { entity: SearchEntity; ids: string }[] => [
  ...(['procedure', 'sample', 'walkthrough', 'deviation', 'request'] as const).map((entity) => ({
    entity,
    ids: `SELECT id FROM ${quoted(entity)} WHERE control_id IN ${controls}`,
  })),
  { entity: 'conclusion', ids: `SELECT id FROM conclusion WHERE target_id IN ${controls}` },
  {
    entity: 'sampleItem',
    ids: `SELECT id FROM sample_item WHERE sample_id IN (SELECT id FROM sample WHERE control_id IN ${controls})`,
  },
  {
    entity: 'result',
    ids: `SELECT id FROM result WHERE procedure_id IN (SELECT id FROM procedure WHERE control_id IN ${controls})`,
  },
  {
    entity: 'evidence',
    ids: `SELECT evidence_id FROM evidence_link WHERE ${controlOfPaper('target_entity', 'target_id')} IN ${controls}`,
  },
  {
    entity: 'reviewNote',
    ids: `SELECT id FROM review_note WHERE ${controlOfPaper('paper_entity', 'paper_id')} IN ${controls}`,
  },
]

const mapped = `(${named('control_criterion', 'control_id')})`

/** Everything of the engagements whose team changed: who wrote it is told by initials and name. */
const ofTeam: Touch[] = searchEntities.map((entity) => ({
  on: 'teamMember',
  entity,
  ids: `SELECT id FROM ${quoted(entity)} WHERE engagement_id IN (SELECT engagement_id FROM team_member WHERE id IN ${given})`,
  fields: new Set(['initials', 'name']),
}))

export const touches: readonly Touch[] = [
  ...own,
  ...parts,
  ...namesControl(given).map((touch) => ({ ...touch, on: 'control', fields: new Set(['ref']) })),
  ...namesControl(mapped).map((touch) => ({ ...touch, on: 'controlCriterion' })),
  { on: 'controlCriterion', entity: 'control', ids: named('control_criterion', 'control_id') },
  { on: 'evidenceLink', entity: 'evidence', ids: named('evidence_link', 'evidence_id') },
  { on: 'reviewResponse', entity: 'reviewNote', ids: named('review_response', 'note_id') },
  {
    on: 'procedure',
    entity: 'result',
    ids: naming('result', 'procedure_id'),
    fields: new Set(['deleted', 'controlId']),
  },
  { on: 'sampleItem', entity: 'result', ids: naming('result', 'sample_item_id') },
  {
    on: 'attribute',
    entity: 'result',
    ids: `SELECT id FROM result WHERE procedure_id IN (${named('attribute', 'procedure_id')})`,
  },
  {
    on: 'sample',
    entity: 'sampleItem',
    ids: naming('sample_item', 'sample_id'),
    fields: new Set(['deleted', 'controlId']),
  },
  { on: 'population', entity: 'sample', ids: naming('sample', 'population_id') },
  { on: 'subserviceOrganisation', entity: 'subserviceReport', ids: naming('subservice_report', 'organisation_id') },
  ...ofTeam,
]
