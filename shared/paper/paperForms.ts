import type { EntityName } from '../model/entities.ts'

/**
 * How the rows of a part belong to their paper, field by field of the row: the field holds the paper's id, what a field of
 * the paper says, or a fixed text; its text begins with the paper's id, or with what a field of the paper says, and a `:`;
 * or it is the id of a row of another entity that belongs to the paper.
 */
export type Match =
  | { is: 'paper' }
  | { is: 'field'; field: string }
  | { is: 'text'; text: string }
  | { is: 'within'; field: 'id' | (string & {}) }
  | { is: 'row'; entity: EntityName }

/** Rows of one entity that are content of a paper. */
export type PaperPart = {
  entity: EntityName
  match: Readonly<Record<string, Match>>
  /** Fields that say nothing of their own: who and when goes along with a change, and what a row belongs to its id says. */
  omits: readonly string[]
  /** A field without which a row says as much as no row: a criterion that is mapped no longer. */
  counts?: string
}

/** What a paper consists of; its own row is the first part. */
export type PaperForm = readonly [PaperPart, ...PaperPart[]]

const paper: Match = { is: 'paper' }
const own = (entity: EntityName, ...omits: string[]): PaperPart => ({ entity, match: { id: paper }, omits })
const rows = (entity: EntityName, field: string, ...omits: string[]): PaperPart => ({
  entity,
  match: { [field]: paper },
  omits: [field, ...omits],
})
const stamp = ['by', 'at'] as const

/** The files that support a paper. */
const evidenceOf = (targetEntity: string, targetId: Match = paper): PaperPart => ({
  entity: 'evidenceLink',
  match: { targetEntity: { is: 'text', text: targetEntity }, targetId },
  omits: ['unlinkedBecause'],
})

/**
 * The papers of an engagement: what a practitioner signs and writes notes on. The name of a paper's kind is that of the entity
 * of its own row. A new kind is a new line here: content, hash, differences, sign-off and notes follow.
 */
export const paperForms = {
  /** The scope, with the controls that it expects of users. */
  engagement: [
    own('engagement', 'createdAt', 'opinionBasis'),
    {
      entity: 'complementaryControl',
      match: { engagementId: paper, kind: { is: 'text', text: 'cuec' } },
      omits: [],
    },
    evidenceOf('engagement'),
  ],
  control: [
    own('control'),
    rows('controlVersion', 'controlId'),
    { ...rows('controlCriterion', 'controlId'), counts: 'mapped' },
    evidenceOf('control'),
  ],
  population: [
    own('population', 'importedAt', 'concludedBy', 'concludedAt'),
    rows('settlement', 'populationId', ...stamp),
    rows('checkDecision', 'populationId', ...stamp),
    evidenceOf('population'),
  ],
  sample: [
    own('sample', 'drawnBy', 'drawnAt'),
    rows('sampleItem', 'sampleId'),
    rows('sampleControl', 'sampleId', ...stamp),
    rows('coverageNote', 'sampleId', ...stamp),
  ],
  /** A procedure with its test sheet. */
  procedure: [
    own('procedure'),
    rows('attribute', 'procedureId'),
    {
      entity: 'sampleItem',
      match: { sampleId: { is: 'field', field: 'sampleId' } },
      omits: ['sampleId', 'ticket', 'stratum', 'row'],
    },
    rows('result', 'procedureId', 'sampleItemId', 'attribute', ...stamp),
    {
      ...rows('resultTickmark', 'procedureId', 'sampleItemId', 'attribute', 'tickmarkId', ...stamp),
      counts: 'placed',
    },
    rows('warningAnswer', 'procedureId', ...stamp),
    evidenceOf('procedure'),
    evidenceOf('result', { is: 'within', field: 'id' }),
    evidenceOf('sampleItem', { is: 'within', field: 'sampleId' }),
  ],
  walkthrough: [own('walkthrough', ...stamp), evidenceOf('walkthrough')],
  deviation: [
    own(
      'deviation',
      'confirmedBy',
      'confirmedAt',
      'evaluatedBy',
      'evaluatedAt',
      'concludedBy',
      'concludedAt',
      'recordedBy',
      'recordedAt',
    ),
    rows('deviationCompensation', 'deviationId'),
    evidenceOf('deviation'),
  ],
  conclusion: [own('conclusion', ...stamp)],
  opinion: [
    own('opinion', ...stamp),
    {
      entity: 'judgement',
      match: { engagementId: { is: 'field', field: 'engagementId' }, part: { is: 'field', field: 'part' } },
      omits: ['part'],
    },
  ],
  request: [
    own('request', 'createdBy', 'createdAt', 'closedBy', 'closedAt'),
    rows('requestAnswer', 'requestId', ...stamp),
    evidenceOf('request'),
  ],
  subserviceOrganisation: [
    own('subserviceOrganisation'),
    rows('subserviceReport', 'organisationId'),
    rows('complementaryControl', 'organisationId'),
    evidenceOf('subserviceReport', { is: 'row', entity: 'subserviceReport' }),
  ],
  letter: [own('letter'), evidenceOf('letter')],
  narrative: [own('narrative', ...stamp), evidenceOf('narrative')],
  evidence: [
    own('evidence', 'importedAt', 'importedBy'),
    rows('evidenceMark', 'evidenceId', ...stamp),
    rows('evidenceLink', 'evidenceId', 'unlinkedBecause'),
  ],
} as const satisfies Partial<Record<EntityName, PaperForm>>

export type PaperKind = keyof typeof paperForms

/** One paper. */
export type Paper = { entity: PaperKind; id: string }

export const paperKinds = Object.keys(paperForms) as [PaperKind, ...PaperKind[]]

/** The entities of which a paper has rows: the papers themselves and all their parts, down to a cell of a test sheet. */
export const paperRowKinds = [
  ...new Set(Object.values(paperForms).flatMap((form: PaperForm) => form.map(({ entity }) => entity))),
]

export function isPaperKind(name: string): name is PaperKind {
  return Object.hasOwn(paperForms, name)
}

/** @returns the parts of a kind of paper */
export function formOf(kind: PaperKind): PaperForm {
  return paperForms[kind]
}
