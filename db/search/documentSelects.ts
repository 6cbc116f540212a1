import type { SearchEntity } from '../../shared/search/searchKinds.ts'
import { proseFields } from '../../shared/record/prose.ts'
import { recordSelects } from '../record/selects.ts'
import { quoted } from '../table.ts'

/** A document of the index as its tables say it; lists of ids are joined with line feeds. */
export type DocumentRow = {
  id: string
  engagementId: string
  ref: string
  title: string
  within: string | null
  sha256: string | null
  body: string | null
  controlIds: string | null
  criterionIds: string | null
  outcome: string | null
  status: string | null
  by: string | null
}

/** What a document has besides its reference and prose: expressions over its own row, which is `own`. */
type Further = { control?: string; criterion?: string; outcome?: string; status?: string; by?: string; text?: string[] }

const controlOfProcedure = (id: string) => `(SELECT control_id FROM procedure WHERE procedure.id = ${id})`

/** The control of a paper that is pointed at by entity and id. */
export const controlOfPaper = (entity: string, id: string): string => `CASE ${entity}
  WHEN 'control' THEN ${id}
  WHEN 'procedure' THEN ${controlOfProcedure(id)}
  WHEN 'result' THEN ${controlOfProcedure(`substr(${id}, 1, instr(${id}, ':') - 1)`)}
  WHEN 'sampleItem' THEN (SELECT control_id FROM sample WHERE sample.id =
    (SELECT sample_id FROM sample_item WHERE sample_item.id = ${id}))
  WHEN 'sample' THEN (SELECT control_id FROM sample WHERE sample.id = ${id})
  WHEN 'walkthrough' THEN (SELECT control_id FROM walkthrough WHERE walkthrough.id = ${id})
  WHEN 'deviation' THEN (SELECT control_id FROM deviation WHERE deviation.id = ${id})
  WHEN 'request' THEN (SELECT control_id FROM request WHERE request.id = ${id}) END`

const further: Record<SearchEntity, Further> = {
  control: { control: 'own.id', text: ['own.owner'] },
  deviation: { control: 'own.control_id', status: 'own.status', by: 'own.recorded_by', text: ['own.client_person'] },
  request: { control: 'own.control_id', status: 'own.status', by: 'own.created_by', text: ['own.owner'] },
  evidence: {
    control: `(SELECT group_concat(DISTINCT ${controlOfPaper('target_entity', 'target_id')}) FROM evidence_link
      WHERE evidence_id = own.id AND deleted = 0)`,
    by: 'own.imported_by',
    text: ['own.received_from'],
  },
  population: { by: 'own.concluded_by', text: ['own.file_name'] },
  sample: { control: 'own.control_id', by: 'own.drawn_by', text: ['own.seed'] },
  sampleItem: { control: controlOfPaper(`'sample'`, 'own.sample_id'), text: ['own.ticket', 'own.stratum'] },
  procedure: { control: 'own.control_id', by: 'own.performed_by' },
  result: { control: controlOfProcedure('own.procedure_id'), outcome: 'own.outcome', by: 'own."by"' },
  walkthrough: {
    control: 'own.control_id',
    by: 'own."by"',
    text: ['own.performed_by', 'own.met_with', 'own.instance'],
  },
  conclusion: {
    control: `CASE own.target_entity WHEN 'control' THEN own.target_id END`,
    criterion: `CASE own.target_entity WHEN 'criterion' THEN own.target_id END`,
    outcome: 'own.outcome',
    by: 'own."by"',
  },
  opinion: { outcome: 'own.form', by: 'own."by"' },
  subserviceOrganisation: {},
  subserviceReport: { text: ['own.auditor'] },
  complementaryControl: {},
  letter: {},
  narrative: { by: 'own."by"', text: ['own.met_with'] },
  engagement: {},
  reviewNote: {
    control: controlOfPaper('own.paper_entity', 'own.paper_id'),
    status: 'own.status',
    by: 'own."by"',
    text: [
      'own.text',
      'own.cleared_remark',
      'own.reopened_because',
      `(SELECT group_concat(text, char(10)) FROM review_response WHERE note_id = own.id AND deleted = 0)`,
    ],
  },
  descriptionSection: { by: 'own."by"', text: ['own.plain'] },
  significantChange: { text: ['own.text', 'own.effect'] },
  commitment: { text: ['own.text', 'own.source'] },
}

const plainRow = (table: string, ref: string, title: string, within = 'NULL') =>
  `SELECT id, ${ref} AS ref, ${title} AS title, ${within} AS within, deleted AS hidden, engagement_id FROM ${table}`

/** The same form as `recordSelects`, also for what is no record there. A cell is hidden with its procedure, item and attribute. */
const bases: Record<SearchEntity, string> = {
  ...recordSelects,
  result: `SELECT result.id, item.item_id || ' ' || result.attribute AS ref, attribute.text AS title, procedure.id AS within,
      max(result.deleted, procedure.deleted, item.deleted, attribute.deleted) AS hidden, result.engagement_id
    FROM result JOIN procedure ON procedure.id = result.procedure_id
      JOIN sample_item AS item ON item.id = result.sample_item_id
      JOIN attribute ON attribute.id = result.procedure_id || ':' || result.attribute`,
  opinion: plainRow('opinion', `'Opinion on the ' || part`, 'form'),
  reviewNote: plainRow('review_note', 'ref', 'substr(text, 1, 400)', `paper_entity || ':' || paper_id`),
  descriptionSection: plainRow('description_section', 'title', `coalesce(criterion_id, '')`),
  significantChange: plainRow('significant_change', 'title', 'changed_on'),
  commitment: plainRow('commitment', 'ref', 'substr(text, 1, 400)'),
}

const joined = (columns: readonly string[]): string =>
  columns.length === 0 ? `''` : `concat_ws(char(10), ${columns.join(', ')})`

/** The words of a rich text: its texts in their order, those that begin a paragraph on a line of their own. */
const richWords = (content: string): string => `(SELECT group_concat(
    CASE WHEN key = 'type' THEN char(10) WHEN path LIKE '%[0]' THEN char(10) || atom ELSE atom END, '' ORDER BY id)
  FROM json_tree(${content}) WHERE key = 'text' OR (key = 'type' AND atom = 'hardBreak'))`

/** All that somebody wrote on a record, also in rows that belong to it. */
function proseOf(entity: SearchEntity): string[] {
  return proseFields
    .filter(({ of }) => of.kind === entity)
    .map((prose) => {
      if (prose.form === 'rich') return joined(prose.fields.map((field) => richWords(`own.${quoted(field)}`)))
      if (prose.of.idField === 'id') return joined(prose.fields.map((field) => `own.${quoted(field)}`))
      return `(SELECT group_concat(${joined(prose.fields.map(quoted))}, char(10)) FROM ${quoted(prose.entity)}
        WHERE ${quoted(prose.of.idField)} = own.id AND deleted = 0)`
    })
}

/** @returns a SELECT of {@link DocumentRow} for the ids in a JSON list, its one place; hidden ones are left out */
export function documentSelect(entity: SearchEntity): string {
  const {
    control = 'NULL',
    criterion = 'NULL',
    outcome = 'NULL',
    status = 'NULL',
    by = 'NULL',
    text = [],
  } = further[entity]
  return `SELECT base.id, base.engagement_id AS engagementId, coalesce(base.ref, base.id) AS ref,
      coalesce(base.title, '') AS title, base.within, ${entity === 'evidence' ? 'own.sha256' : 'NULL'} AS sha256,
      ${joined([...proseOf(entity), ...text])} AS body, ${control} AS controlIds, ${criterion} AS criterionIds,
      ${outcome} AS outcome, ${status} AS status, ${by} AS "by"
    FROM (${bases[entity]}) AS base JOIN ${quoted(entity)} AS own ON own.id = base.id
    WHERE base.id IN (SELECT value FROM json_each(?)) AND base.hidden = 0`
}
