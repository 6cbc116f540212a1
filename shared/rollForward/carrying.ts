import type { JsonValue } from '../journal/change.ts'
import type { Entities, EntityName } from '../model/entities.ts'
import type { FieldRule, Part } from './parts.ts'

/** How papers of a kind are carried. An id is new and its origin kept, or composed of what the paper joins. */
type Form<E extends EntityName> = {
  part: Part | 'always'
  id: 'new' | readonly ('engagementId' | keyof Entities[E])[]
  /** Only rows that say this. */
  only?: { [F in keyof Entities[E]]?: JsonValue }
  fields: { [F in keyof Entities[E]]: FieldRule }
}

/** Never carried, and what a preview calls it; of the store, so that it is there anyway; or made by the roll-forward itself. */
type Rule<E extends EntityName> = { never: string } | 'of_store' | 'made' | Form<E>

const stamp = { by: 'actor', at: 'instant' } as const
const never = (what: string) => ({ never: what })
const review = never('Sign-offs, review notes and visits')
const evidence = never('Evidence')
const dates = never('Dates, lock and what came after it')
const results = never('Results and tickmarks on them')
const samples = never('Samples and their items')
const populations = never('Populations and what was decided on them')
const opinion = never('Conclusions, judgements and the opinion')
const assessment = never('What was found on the description')

/**
 * What becomes of every entity and field when an engagement is rolled forward. An entity or a field that is not here does not
 * compile: nothing that is added later reaches the next period unless somebody decided that it does. Those that others refer
 * to come first.
 */
export const carrying: { readonly [E in EntityName]: Rule<E> } = {
  engagement: 'made',
  priorPeriod: 'made',
  origin: 'made',
  followUp: 'made',
  teamMember: never('People, until they work on it'),

  subserviceOrganisation: {
    part: 'thirdParties',
    id: 'new',
    fields: {
      name: 'carried',
      service: 'carried',
      method: 'carried',
      assertionObtained: { set: false },
      representationObtained: { set: false },
      note: 'choice',
      removedBecause: 'left',
    },
  },
  control: {
    part: 'always',
    id: 'new',
    fields: { ref: 'carried', title: 'carried', owner: 'choice', organisationId: 'paper' },
  },
  controlVersion: {
    part: 'always',
    id: 'new',
    fields: {
      controlId: 'paper',
      effectiveOn: 'firstDay',
      description: 'carried',
      frequency: 'carried',
      type: 'carried',
      nature: 'carried',
    },
  },
  controlCriterion: {
    part: 'mappings',
    id: ['controlId', 'criterionId'],
    only: { mapped: true },
    fields: { controlId: 'paper', criterionId: 'carried', mapped: 'carried' },
  },
  criterionScope: {
    part: 'scope',
    id: ['engagementId', 'criterionId'],
    only: { applicable: false },
    fields: { criterionId: 'carried', applicable: 'carried', reason: 'carried', ...stamp },
  },
  commitment: {
    part: 'scope',
    id: 'new',
    fields: {
      kind: 'carried',
      ref: 'carried',
      text: 'carried',
      source: 'choice',
      criteria: 'carried',
      controlIds: 'papers',
    },
  },
  systemPart: {
    part: 'scope',
    id: 'new',
    fields: { component: 'carried', name: 'carried', included: 'carried', reason: 'carried' },
  },
  complementaryControl: {
    part: 'thirdParties',
    id: 'new',
    fields: {
      kind: 'carried',
      ref: 'carried',
      text: 'carried',
      organisationId: 'paper',
      criteria: 'carried',
      controlIds: 'papers',
      communicated: 'choice',
    },
  },
  descriptionSection: {
    part: 'description',
    id: 'new',
    fields: {
      criterionId: 'carried',
      title: 'carried',
      content: 'carried',
      plain: 'carried',
      place: 'carried',
      ...stamp,
    },
  },
  isoMapping: {
    part: 'frameworks',
    id: ['controlId', 'edition', 'requirementId'],
    only: { mapped: true },
    fields: { controlId: 'paper', edition: 'carried', requirementId: 'carried', mapped: 'carried', basis: 'carried' },
  },
  isoApplicability: {
    part: 'frameworks',
    id: ['engagementId', 'edition', 'requirementId'],
    fields: {
      edition: 'carried',
      requirementId: 'carried',
      applicable: 'carried',
      justification: 'carried',
      implemented: 'carried',
      ...stamp,
    },
  },
  procedure: {
    part: 'procedures',
    id: 'new',
    fields: {
      controlId: 'paper',
      sampleId: 'left',
      aspect: 'carried',
      nature: 'carried',
      timing: 'choice',
      text: 'carried',
      performedOn: 'left',
      performedBy: 'left',
      finding: 'left',
      libraryProcedureId: 'carried',
    },
  },
  attribute: {
    part: 'procedures',
    id: ['procedureId', 'letter'],
    fields: { procedureId: 'paper', letter: 'carried', text: 'carried', expected: 'choice', place: 'carried' },
  },
  narrative: {
    part: 'narratives',
    id: 'new',
    only: { kind: 'narrative' },
    fields: {
      kind: 'carried',
      title: 'carried',
      content: 'carried',
      heldOn: 'left',
      metWith: 'left',
      removedBecause: 'left',
      ...stamp,
    },
  },
  tickmark: { part: 'tickmarks', id: 'new', fields: { symbol: 'carried', meaning: 'carried', position: 'carried' } },
  request: {
    part: 'requests',
    id: 'new',
    only: { kind: 'other' },
    fields: {
      ref: 'carried',
      kind: 'carried',
      title: 'carried',
      text: 'carried',
      dueOn: 'left',
      status: { set: 'open' },
      sampleId: 'left',
      populationId: 'left',
      controlId: 'paper',
      check: 'left',
      columns: 'left',
      attributes: 'left',
      sentOn: 'left',
      owner: 'choice',
      priority: 'carried',
      createdBy: 'actor',
      createdAt: 'instant',
      closedBy: 'left',
      closedAt: 'left',
      closedBecause: 'left',
      reopenedBecause: 'left',
    },
  },

  population: populations,
  settlement: populations,
  checkDecision: populations,
  requestAnswer: never('Answers to requests'),
  sample: samples,
  sampleControl: samples,
  coverageNote: samples,
  sampleItem: samples,
  hoursBudget: never('Hours, planned and worked'),
  timeEntry: never('Hours, planned and worked'),
  periodMark: never('Marks on the map of the period'),
  result: results,
  resultTickmark: results,
  warningAnswer: never('Answers to warnings about procedures'),
  walkthrough: never('Walkthroughs'),
  deviation: never('Deviations: they become the follow-up list'),
  deviationCompensation: never('Deviations: they become the follow-up list'),
  conclusion: opinion,
  opinion,
  judgement: opinion,
  isoConclusion: opinion,
  descriptionLink: assessment,
  descriptionCriterion: assessment,
  significantChange: never('Significant changes of the period'),
  subserviceReport: never('Reports of subservice organisations'),
  letter: never("Management's letters"),
  exportedReport: never('Reports that were exported'),
  evidence,
  evidenceLink: evidence,
  evidenceMark: evidence,
  signOff: review,
  signOffWithdrawal: review,
  reviewNote: review,
  reviewResponse: review,
  reviewVisit: review,
  assignment: never('Who works on what'),
  engagementDates: dates,
  lateChange: dates,
  engagementLock: dates,
  addendum: dates,
  legalHold: dates,
  destruction: dates,
  storeNotice: dates,

  practitioner: 'of_store',
  policyVersion: 'of_store',
  policyRetirement: 'of_store',
  firmSetting: 'of_store',
  libraryProcedure: 'of_store',
  mappingTemplate: 'of_store',
  firmWording: 'of_store',
  reportSettingsVersion: 'of_store',
  reportTemplate: 'of_store',
  colleague: 'of_store',
  signer: 'of_store',
  receivedBundle: 'of_store',
  exchangeFolder: 'of_store',
  exchangeFile: 'of_store',
}
