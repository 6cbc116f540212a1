import { type Field, boolean, json, optional, text } from './field.ts'

/** Entities of what others operate for the system: subservice organisations, their reports, and complementary controls. */
export const partyEntities = {
  subserviceOrganisation: {
    name: text(),
    service: text(),
    method: text<'carve_out' | 'inclusive'>(),
    assertionObtained: boolean(),
    representationObtained: boolean(),
    note: optional(text()),
    removedBecause: optional(text()),
  },
  subserviceReport: {
    organisationId: text(),
    title: text(),
    auditor: optional(text()),
    periodStart: optional(text()),
    periodEnd: optional(text()),
    asOf: optional(text()),
    opinion: text<'unqualified' | 'qualified' | 'adverse' | 'disclaimer'>(),
    exceptions: optional(text()),
    cuecsConsidered: optional(text()),
    bridgeUntil: optional(text()),
  },
  /** `organisationId` is whose control it is, of a CSOC. */
  complementaryControl: {
    kind: text<'cuec' | 'csoc'>(),
    ref: text(),
    text: text(),
    organisationId: optional(text()),
    criteria: json<string[]>(),
    controlIds: json<string[]>(),
    communicated: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
