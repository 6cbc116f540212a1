import type { PolicyRules } from '../sampling/policy.ts'
import { boolean, type Field, integer, json, optional, text } from './field.ts'

/** Which column of a list is what; `further` are columns that are shown beside the items. */
type PopulationColumns = { itemId: string; date?: string; stratum?: string; amount?: string; further?: string[] }

/** Entities of populations, requests and samples. */
export const samplingEntities = {
  population: {
    name: text(),
    fileName: text(),
    format: text<'csv' | 'xlsx' | 'jsonl'>(),
    sha256: text(),
    rowsSha256: text(),
    rows: integer(),
    columns: json<PopulationColumns>(),
    header: json<string[]>(),
    dateFormat: optional(text()),
    encoding: optional(text()),
    delimiter: optional(text()),
    sheet: optional(text()),
    rejectedRows: integer(),
    source: json<Record<string, string | number>>(),
    importedAt: text(),
    complete: optional(boolean()),
    accurate: optional(boolean()),
    procedure: optional(text()),
    concludedBy: optional(text()),
    concludedAt: optional(text()),
    /** Checks whose facts nobody had decided on when the conclusion was taken. */
    openChecks: optional(json<string[]>()),
    reopenedBecause: optional(text()),
    idsSha256: optional(text()),
    drawable: optional(integer()),
    evidenceId: optional(text()),
  },
  /** What the auditor decided about one row that a check named. */
  settlement: {
    populationId: text(),
    row: integer(),
    itemId: text(),
    decision: text<'exclude' | 'keep'>(),
    reason: text(),
    by: text(),
    at: text(),
  },
  /** What became of a fact that a check of a population found: dismissed for a reason, or asked of the client. */
  checkDecision: {
    populationId: text(),
    check: text(),
    decision: text<'dismissed' | 'requested'>(),
    reason: text(),
    requestId: optional(text()),
    by: text(),
    at: text(),
  },
  /** How a client's list is read, kept for the next one of the same form. */
  mappingTemplate: {
    client: text(),
    name: text(),
    header: json<string[]>(),
    columns: json<PopulationColumns>(),
    dateFormat: optional(text()),
    sheet: optional(text()),
    source: json<Record<string, string | number>>(),
    savedBy: text(),
    savedAt: text(),
  },

  /** Something that the client was asked for. */
  request: {
    ref: text(),
    kind: text<'sample' | 'check' | 'other'>(),
    title: text(),
    text: text(),
    dueOn: optional(text()),
    /** That everything was received follows from the answers, also after two copies were merged. */
    status: text<'open' | 'closed'>(),
    sampleId: optional(text()),
    populationId: optional(text()),
    controlId: optional(text()),
    check: optional(text()),
    columns: optional(json<string[]>()),
    /** What evidence is asked for; all attributes of the sample's procedures without these. */
    attributes: optional(json<{ procedureId: string; letter: string }[]>()),
    sentOn: optional(text()),
    owner: optional(text()),
    priority: optional(text<'high' | 'medium' | 'low'>()),
    createdBy: text(),
    createdAt: text(),
    closedBy: optional(text()),
    closedAt: optional(text()),
    closedBecause: optional(text()),
    reopenedBecause: optional(text()),
  },
  /** What the client said: to an item of a sample, or to the request where it has none. */
  requestAnswer: {
    requestId: text(),
    sampleItemId: optional(text()),
    answer: text(),
    reference: text(),
    providedOn: optional(text()),
    note: text(),
    importedFrom: optional(text()),
    by: text(),
    at: text(),
  },

  sample: {
    populationId: text(),
    controlId: text(),
    method: text<'random' | 'systematic' | 'stratified' | 'targeted' | 'all'>(),
    stratifyBy: optional(text<'month' | 'quarter' | 'column'>()),
    seed: optional(text()),
    seedOrigin: optional(text<'generated' | 'given' | 'rolled' | 'client'>()),
    algorithm: text(),
    populationSha256: text(),
    idsSha256: text(),
    populationSize: integer(),
    /** The part of the period that the sample stands for; all of it without these. */
    windowStart: optional(text()),
    windowEnd: optional(text()),
    part: optional(text<'interim' | 'roll_forward' | 'version'>()),
    /** The version of the control that was in force in that part, where the sample was drawn for one. */
    controlVersionId: optional(text()),
    /** What else the sample serves, such as a control of another standard. */
    dualPurpose: optional(text()),
    allocation: optional(json<{ name: string; size: number }[]>()),
    plan: json<{
      risk: 'low' | 'moderate' | 'high' | null
      confidence: number | null
      tolerableRate: number | null
      expectedRate: number | null
      policy: string | null
      /** Left out by plans from before policies were the firm's own. */
      frozenPolicy?: { name: string; version: string; rules: PolicyRules } | null
      sizeReason: string
    }>(),
    redrawReason: optional(text()),
    extensions: json<{ by: number; reason: string; at: string; replaces?: boolean }[]>(),
    drawnBy: text(),
    drawnAt: text(),
  },
  /** A control whose procedures are performed on a sample that was drawn for another one. */
  sampleControl: { sampleId: text(), controlId: text(), reason: text(), by: text(), at: text() },
  /** Why a month without a selected item is all right. */
  coverageNote: { sampleId: text(), month: text(), reason: text(), by: text(), at: text() },
  /** Days of the period that explain what a chart of it shows. */
  periodMark: {
    kind: text<'holiday' | 'outage' | 'freeze' | 'other'>(),
    title: text(),
    startOn: text(),
    endOn: text(),
    controlId: optional(text()),
  },
  sampleItem: {
    sampleId: text(),
    drawOrder: integer(),
    itemId: text(),
    row: integer(),
    ticket: optional(text()),
    stratum: optional(text()),
    stage: text<'initial' | 'extension' | 'replacement'>(),
    replaces: optional(text()),
    replacedBecause: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
