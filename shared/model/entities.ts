import type { PolicyRules } from '../sampling/policy.ts'
import { boolean, type Field, integer, json, optional, text } from './field.ts'
import { descriptionEntities } from './descriptionEntities.ts'
import { evidenceEntities } from './evidenceEntities.ts'
import { letterEntities } from './letterEntities.ts'
import { exchangeEntities } from './exchangeEntities.ts'
import { lockEntities } from './lockEntities.ts'
import { frameworkEntities } from './frameworkEntities.ts'
import { hoursEntities } from './hoursEntities.ts'
import { narrativeEntities } from './narrativeEntities.ts'
import { partyEntities } from './partyEntities.ts'
import { priorEntities } from './priorEntities.ts'
import { reportEntities } from './reportEntities.ts'
import { reviewEntities } from './reviewEntities.ts'
import { samplingEntities } from './samplingEntities.ts'
import { scopeEntities } from './scopeEntities.ts'
import { testingEntities } from './testingEntities.ts'

/**
 * Everything that the journal can speak of: entities and their fields.
 * The tables of the store have the same names in snake_case; a change that names anything else is refused.
 * Ids of sets and cells are composed of what they join (`result` = procedure:sampleItem:letter), so that two copies that
 * record the same thing apart meet in one row when they merge.
 */
export const entities = {
  /** Who left stays a row: their key verifies what they signed, and nobody takes their initials. */
  practitioner: {
    name: text(),
    initials: text(),
    role: text(),
    publicKey: text(),
    leftAt: optional(text()),
    leftBecause: optional(text()),
  },
  /** One saved state of a firm's sampling policy; never changed after. Its id is `policy:version`. */
  policyVersion: {
    policyId: text(),
    version: integer(),
    name: text(),
    rules: json<PolicyRules>(),
    note: text(),
    savedBy: text(),
    savedAt: text(),
  },
  /** Whether a policy is out of use for new plans; its id is the policy's. */
  policyRetirement: { retired: boolean(), reason: text(), by: text(), at: text() },
  /** A choice of the firm, such as its default policy; the id is the name of the choice. */
  firmSetting: { value: text() },

  engagement: {
    client: text(),
    system: optional(text()),
    reportType: text<'type1' | 'type2'>(),
    periodStart: optional(text()),
    periodEnd: optional(text()),
    asOf: optional(text()),
    categories: json<string[]>(),
    createdAt: text(),
    opinionBasis: optional(text()),
  },
  /** A practitioner as this engagement knows them, so that a bundle explains itself. */
  teamMember: { name: text(), initials: text(), role: text(), publicKey: text() },

  /** `organisationId` is the subservice organisation of the inclusive method whose control it is; `null` for the client's own. */
  control: { ref: text(), title: text(), owner: optional(text()), organisationId: optional(text()) },
  controlVersion: {
    controlId: text(),
    effectiveOn: text(),
    description: text(),
    frequency: text(),
    type: text(),
    nature: text(),
  },
  controlCriterion: { controlId: text(), criterionId: text(), mapped: boolean() },

  ...scopeEntities,

  ...descriptionEntities,

  ...samplingEntities,

  procedure: {
    controlId: text(),
    sampleId: optional(text()),
    aspect: text<'design' | 'operation'>(),
    nature: text<'inquiry' | 'observation' | 'inspection' | 'reperformance'>(),
    timing: optional(text<'interim' | 'roll_forward' | 'throughout' | 'as_of'>()),
    text: text(),
    /** What a procedure without a sheet found, by whom and on which day. */
    performedOn: optional(text()),
    performedBy: optional(text()),
    finding: optional(text()),
    /** The procedure of a library that it began as. */
    libraryProcedureId: optional(text()),
  },
  /** `place` is the order on the sheet; the letter stays with its results. */
  attribute: {
    procedureId: text(),
    letter: text(),
    text: text(),
    expected: optional(text()),
    place: optional(integer()),
  },
  result: {
    procedureId: text(),
    sampleItemId: text(),
    attribute: text(),
    outcome: optional(text<'pass' | 'deviation' | 'not_applicable'>()),
    note: optional(text()),
    by: text(),
    at: text(),
  },
  /** A symbol of the legend; `position` is its place there. */
  tickmark: { symbol: text(), meaning: text(), position: integer() },
  /** Whether a tickmark stands beside a result; its id is `procedure:sampleItem:letter:tickmark`. */
  resultTickmark: {
    procedureId: text(),
    sampleItemId: text(),
    attribute: text(),
    tickmarkId: text(),
    placed: boolean(),
    by: text(),
    at: text(),
  },

  deviation: {
    ref: text(),
    controlId: text(),
    procedureId: optional(text()),
    sampleItemId: optional(text()),
    attribute: optional(text()),
    condition: text(),
    cause: optional(text()),
    extent: optional(text()),
    timing: optional(text()),
    nature: optional(text<'isolated' | 'systematic' | 'intentional'>()),
    clientStatement: optional(text()),
    clientPerson: optional(text()),
    clientSaidOn: optional(text()),
    managementResponse: optional(text()),
    compensating: optional(text()),
    /** The extension of a sample that was made because of it, counted from 1. */
    extension: optional(json<{ sampleId: string; number: number }>()),
    effect: optional(text()),
    criterionEffect: optional(text()),
    status: text<'open' | 'confirmed' | 'evaluated' | 'concluded'>(),
    confirmedBy: optional(text()),
    confirmedAt: optional(text()),
    evaluatedBy: optional(text()),
    evaluatedAt: optional(text()),
    concludedBy: optional(text()),
    concludedAt: optional(text()),
    reopenedBecause: optional(text()),
    removedBecause: optional(text()),
    recordedBy: text(),
    recordedAt: text(),
  },
  conclusion: {
    targetEntity: text<'control' | 'criterion' | 'commitment'>(),
    targetId: text(),
    aspect: text<'design' | 'operation'>(),
    outcome: text<'effective' | 'effective_with_deviations' | 'not_effective' | 'did_not_occur' | 'not_concluded'>(),
    rationale: text(),
    /** What was done to confirm that a control did not occur. */
    confirmation: optional(text()),
    by: text(),
    at: text(),
  },
  ...testingEntities,

  opinion: {
    part: text<'description' | 'design' | 'operation'>(),
    form: text<'unqualified' | 'qualified' | 'adverse' | 'disclaimer'>(),
    reasoning: text(),
    by: text(),
    at: text(),
  },
  judgement: {
    part: text<'description' | 'design' | 'operation'>(),
    kind: text<'misstatement' | 'scope_limitation'>(),
    material: boolean(),
    pervasive: boolean(),
  },

  ...evidenceEntities,

  ...partyEntities,

  ...priorEntities,

  ...letterEntities,

  ...narrativeEntities,

  ...hoursEntities,

  ...reviewEntities,
  ...exchangeEntities,
  ...lockEntities,
  ...frameworkEntities,

  ...reportEntities,
} as const satisfies Record<string, Record<string, Field>>

export type Entities = typeof entities
export type EntityName = keyof Entities

type ValueOf<F> = F extends Field<infer T> ? T : never

/** The fields of an entity as they are read: id and engagement come with every one. */
export type EntityRow<E extends EntityName> = { id: string; engagementId: string } & {
  [F in keyof Entities[E]]: ValueOf<Entities[E][F]>
}

/** Some fields of an entity, as a change sets them. */
export type EntityFields<E extends EntityName> = { [F in keyof Entities[E]]?: ValueOf<Entities[E][F]> }

export type NewEntityFields<E extends EntityName> = {
  [F in keyof Entities[E] as Entities[E][F] extends Field<unknown, true> ? F : never]: ValueOf<Entities[E][F]>
} & { [F in keyof Entities[E] as Entities[E][F] extends Field<unknown, true> ? never : F]?: ValueOf<Entities[E][F]> }

/** Every entity has this field besides its own: hidden, yet with all its history. */
export const deletedField = 'deleted'

/** @returns the definition of a field, or `undefined` where the model has no such entity or field */
export function fieldOf(entity: string, field: string): Field | undefined {
  if (!isEntityName(entity)) return undefined
  if (field === deletedField) return boolean()
  const fields: Record<string, Field> = entities[entity]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name)
}
