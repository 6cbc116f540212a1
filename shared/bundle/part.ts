import type { JsonValue } from '../journal/change.ts'
import { deletedField } from '../model/entities.ts'
import type { PlainState } from '../journal/fold.ts'

/**
 * What of an engagement a bundle holds instead of all of it: the controls of a section of the criteria (`CC6`), some controls,
 * or what the client is still asked for.
 */
export type Part =
  | { kind: 'section'; section: string }
  | { kind: 'control'; controlIds: readonly string[] }
  | { kind: 'requests' }

export type Omission = { what: string; reason: string }

type Fields = PlainState[string][string]
type Keep = (fields: Fields, id: string) => boolean

/** Of a request's sample the client learns the items, not how large the risk was thought to be. */
const fieldsForClient: Readonly<Record<string, readonly string[]>> = {
  engagement: ['client', 'system', 'reportType', 'periodStart', 'periodEnd', 'asOf', 'categories'],
  control: ['ref', 'title', 'owner'],
  population: ['name', 'fileName', 'rows'],
  request: [
    'ref',
    'kind',
    'title',
    'text',
    'dueOn',
    'sentOn',
    'owner',
    'priority',
    'status',
    'sampleId',
    'populationId',
    'controlId',
    'createdAt',
  ],
  sampleItem: ['sampleId', 'drawOrder', 'itemId', 'stratum', 'replacedBecause'],
  teamMember: ['name', 'initials', 'role', 'publicKey'],
}

/**
 * Takes a part out of a state. Every field of it is one of the whole state, so that whoever holds the journal can compare it
 * with the fold at the heads that the bundle names; what is hidden is not taken along.
 * @returns the part, and what was left out of which entities, with the reason
 */
export function partOf(state: PlainState, part: Part): { state: PlainState; omissions: Omission[] } {
  const whole = shown(state)
  const taken = part.kind === 'requests' ? requestsOf(whole) : controlsPart(whole, controlIdsOf(whole, part))
  return { state: taken, omissions: omissionsOf(whole, taken, part) }
}

/** @returns the controls that a part is about */
export function controlIdsOf(state: PlainState, part: Exclude<Part, { kind: 'requests' }>): ReadonlySet<string> {
  if (part.kind === 'control') return new Set(part.controlIds.filter((id) => state['control']?.[id] !== undefined))
  const inSection = Object.values(state['controlCriterion'] ?? {}).filter(
    ({ criterionId, mapped }) =>
      mapped === true && typeof criterionId === 'string' && criterionId.split('.')[0] === part.section,
  )
  return new Set(inSection.map(({ controlId }) => idIn(controlId)))
}

function controlsPart(state: PlainState, controlIds: ReadonlySet<string>): PlainState {
  const has =
    (ids: ReadonlySet<string>, field: string): Keep =>
    (fields) =>
      ids.has(idIn(fields[field]))
  const kept: PlainState = {}
  const take = (entity: string, keep: Keep): ReadonlySet<string> => {
    const rows = Object.entries(state[entity] ?? {}).filter(([id, fields]) => keep(fields, id))
    if (rows.length > 0) kept[entity] = Object.fromEntries(rows)
    return new Set(rows.map(([id]) => id))
  }
  for (const entity of ['engagement', 'teamMember', 'tickmark']) take(entity, () => true)
  const ofControl = has(controlIds, 'controlId')
  take('control', (_fields, id) => controlIds.has(id))
  for (const entity of ['controlVersion', 'controlCriterion', 'sampleControl']) take(entity, ofControl)
  const walkthroughs = take('walkthrough', ofControl)
  const procedures = take('procedure', ofControl)
  const procedureSamples = new Set(Object.values(kept['procedure'] ?? {}).map(({ sampleId }) => idIn(sampleId)))
  const samples = take('sample', (fields, id) => ofControl(fields, id) || procedureSamples.has(id))
  const items = take('sampleItem', has(samples, 'sampleId'))
  take('coverageNote', has(samples, 'sampleId'))
  for (const entity of ['attribute', 'result', 'resultTickmark', 'warningAnswer'])
    take(entity, has(procedures, 'procedureId'))
  const sampled = new Set(Object.values(kept['sample'] ?? {}).map(({ populationId }) => idIn(populationId)))
  const populations = take('population', (_fields, id) => sampled.has(id))
  for (const entity of ['settlement', 'checkDecision']) take(entity, has(populations, 'populationId'))
  const deviations = take('deviation', ofControl)
  take('deviationCompensation', has(deviations, 'deviationId'))
  take('conclusion', ({ targetEntity, targetId }) => targetEntity === 'control' && controlIds.has(idIn(targetId)))
  const requests = take('request', (fields, id) => ofControl(fields, id) || has(samples, 'sampleId')(fields, id))
  take('requestAnswer', has(requests, 'requestId'))
  const papers = new Set([
    ...keyed('control', controlIds),
    ...keyed('walkthrough', walkthroughs),
    ...keyed('procedure', procedures),
    ...keyed('sampleItem', items),
    ...keyed('population', populations),
    ...keyed('deviation', deviations),
    ...keyed('request', requests),
  ])
  take('evidenceLink', ({ targetEntity, targetId }) =>
    targetEntity === 'result'
      ? procedures.has(idIn(targetId).split(':')[0] ?? '')
      : papers.has(`${idIn(targetEntity)}:${idIn(targetId)}`),
  )
  const linked = new Set(Object.values(kept['evidenceLink'] ?? {}).map(({ evidenceId }) => idIn(evidenceId)))
  const sources = new Set(Object.values(kept['population'] ?? {}).map(({ evidenceId }) => idIn(evidenceId)))
  const evidence = take('evidence', (_fields, id) => linked.has(id) || sources.has(id))
  take('evidenceMark', has(evidence, 'evidenceId'))
  return kept
}

/** Ids are text; whatever else stands in such a field names nothing. */
const idIn = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')

function* keyed(entity: string, ids: ReadonlySet<string>): IterableIterator<string> {
  for (const id of ids) yield `${entity}:${id}`
}

/** What the client is asked for: no answers, evidence, results or plans. */
function requestsOf(state: PlainState): PlainState {
  const open = Object.entries(state['request'] ?? {}).filter(([, { status }]) => status === 'open')
  const named = (field: string) => new Set(open.map(([, fields]) => idIn(fields[field])))
  const [controls, populations, samples] = [named('controlId'), named('populationId'), named('sampleId')]
  const rows: Record<string, [string, Fields][]> = {
    engagement: Object.entries(state['engagement'] ?? {}),
    teamMember: Object.entries(state['teamMember'] ?? {}),
    control: Object.entries(state['control'] ?? {}).filter(([id]) => controls.has(id)),
    population: Object.entries(state['population'] ?? {}).filter(([id]) => populations.has(id)),
    request: open,
    sampleItem: Object.entries(state['sampleItem'] ?? {}).filter(([, { sampleId }]) => samples.has(idIn(sampleId))),
  }
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([, kept]) => kept.length > 0)
      .map(([entity, kept]) => [
        entity,
        Object.fromEntries(kept.map(([id, fields]) => [id, only(fields, fieldsForClient[entity] ?? [])])),
      ]),
  )
}

function only(fields: Fields, names: readonly string[]): Fields {
  const wanted = new Set([...names, deletedField])
  return Object.fromEntries(Object.entries(fields).filter(([field]) => wanted.has(field)))
}

function shown(state: PlainState): PlainState {
  return Object.fromEntries(
    Object.entries(state).map(([entity, rows]) => [
      entity,
      Object.fromEntries(Object.entries(rows).filter(([, fields]) => fields[deletedField] !== true)),
    ]),
  )
}

/** What a reader calls the papers that a part may leave out; others follow from these. */
const paperNames = {
  control: 'controls',
  population: 'populations',
  sample: 'samples',
  procedure: 'procedures',
  result: 'results',
  walkthrough: 'walkthroughs',
  request: 'requests',
  requestAnswer: 'answers of the client',
  deviation: 'deviations',
  conclusion: 'conclusions',
  opinion: 'parts of the opinion',
  evidence: 'files of evidence',
  subserviceOrganisation: 'subservice organisations',
  complementaryControl: 'complementary controls',
  letter: 'letters',
  narrative: 'narratives, memos and meeting notes',
} as const

function omissionsOf(whole: PlainState, taken: PlainState, part: Part): Omission[] {
  const reason =
    part.kind === 'requests'
      ? 'The bundle holds only what the client is asked for.'
      : part.kind === 'section'
        ? `The bundle holds only the controls of section ${part.section} and what they rest on.`
        : 'The bundle holds only the chosen controls and what they rest on.'
  const papers = Object.entries(paperNames).flatMap(([entity, name]) => {
    const all = Object.keys(whole[entity] ?? {}).length
    const left = all - Object.keys(taken[entity] ?? {}).length
    return left === 0 ? [] : [{ what: `${left} of ${all} ${name}`, reason }]
  })
  return [
    ...papers,
    {
      what: 'The journal',
      reason: 'A part of a chain of changes proves nothing; the state names the heads that it was taken at.',
    },
  ]
}
