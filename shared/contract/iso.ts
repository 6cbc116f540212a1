import { z } from 'zod'
import { ConclusionOutcome } from './conclusion.ts'
import { command, job, query } from './define.ts'
import { sheetErrors, sheetParams } from './sheet.ts'
import { Id, Instant, Nothing, Reason, Sha256 } from './values.ts'

/** Editions of ISO/IEC 27001. Certificates to that of 2013 ended in October 2025; prior periods are still read by it. */
export const IsoEdition = z.enum(['2013', '2022'])
export type IsoEdition = z.infer<typeof IsoEdition>

/** `9.2` for a clause, `A.8.32` for a control of Annex A. */
const RequirementId = z.string().max(20)

/** How much of a criterion a requirement covers. */
export const MappingStrength = z.enum(['direct', 'partial', 'weak'])
export type MappingStrength = z.infer<typeof MappingStrength>

export const IsoOutcome = z.enum(['conform', 'minor_nonconformity', 'major_nonconformity', 'opportunity'])
export type IsoOutcome = z.infer<typeof IsoOutcome>

export const Implemented = z.enum(['yes', 'partly', 'no'])

export const IsoCatalogueEntry = z.object({
  requirementId: z.string(),
  kind: z.enum(['clause', 'control']),
  title: z.string(),
  /** The clause, section or theme under which it stands. */
  group: z.string(),
  groupTitle: z.string(),
  /** Controls of the other edition that became it, or that it became. */
  correspondsTo: z.array(z.string()),
  /** New in the edition of 2022. */
  isNew: z.boolean(),
  criteria: z.array(z.object({ criterionId: z.string(), strength: MappingStrength, basis: z.string() })),
})
export type IsoCatalogueEntry = z.infer<typeof IsoCatalogueEntry>

/** A control of the engagement as it stands under a requirement, with what its tests found. */
export const IsoControl = z.object({
  controlId: Id,
  ref: z.string(),
  title: z.string(),
  basis: z.enum(['proposal', 'own']),
  procedures: z.int(),
  performed: z.int(),
  deviations: z.int(),
  /** What was concluded for SOC 2, to be read and never taken over. */
  design: ConclusionOutcome.nullable(),
  operation: ConclusionOutcome.nullable(),
})

export const IsoRequirement = z.object({
  requirementId: z.string(),
  kind: z.enum(['clause', 'control']),
  title: z.string(),
  group: z.string(),
  groupTitle: z.string(),
  /** The firm's own wording, where it was imported. */
  wording: z.string().nullable(),
  controls: z.array(IsoControl),
  applicability: z
    .object({
      applicable: z.boolean(),
      justification: z.string(),
      implemented: Implemented,
      by: z.string(),
      at: Instant,
    })
    .nullable(),
  conclusion: z.object({ outcome: IsoOutcome, reasoning: z.string(), by: z.string(), at: Instant }).nullable(),
  /** What speaks against the line as it stands, in sentences. */
  warnings: z.array(z.string()),
})
export type IsoRequirement = z.infer<typeof IsoRequirement>

/** A requirement that the criteria of a control lead to. */
export const IsoProposal = z.object({
  controlId: Id,
  ref: z.string(),
  requirementId: z.string(),
  strength: MappingStrength,
  /** The criteria that lead there. */
  criteria: z.array(z.string()),
})
export type IsoProposal = z.infer<typeof IsoProposal>

const edition = { engagementId: Id, edition: IsoEdition }

export const isoContract = {
  'iso.catalogue': query({
    title: 'The clauses and Annex A of an edition, with the other edition and the Trust Services Criteria beside them',
    params: z.strictObject({ edition: IsoEdition }),
    result: z.object({ requirements: z.array(IsoCatalogueEntry), notice: z.string() }),
  }),
  'iso.proposals': query({
    title: 'Requirements that the criteria of the controls lead to and that are not mapped yet',
    params: z.strictObject({ ...edition, weakest: MappingStrength.default('partial') }),
    result: z.object({ proposals: z.array(IsoProposal) }),
    errors: ['engagement.not_found'],
  }),
  'iso.map': command({
    title: 'Say which controls answer which clauses and controls of Annex A, or that they do not',
    params: z.strictObject({
      ...edition,
      mappings: z
        .array(
          z.strictObject({
            controlId: Id,
            requirementId: RequirementId,
            mapped: z.boolean(),
            basis: z.enum(['proposal', 'own']).default('own'),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    result: z.object({ changed: z.int() }),
    errors: ['engagement.not_found', 'control.not_found', 'iso.requirement_not_found'],
  }),
  'iso.view': query({
    title: 'The same tests by clause and control of Annex A, with applicability and a conclusion of their own',
    params: z.strictObject(edition),
    result: z.object({ requirements: z.array(IsoRequirement), notice: z.string() }),
    errors: ['engagement.not_found'],
  }),
  'iso.saveApplicability': command({
    title: 'Write a line of the statement of applicability',
    params: z.strictObject({
      ...edition,
      requirementId: RequirementId,
      applicable: z.boolean(),
      justification: Reason,
      implemented: Implemented,
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'iso.requirement_not_found', 'iso.clause_applies', 'iso.has_conclusion'],
  }),
  'iso.conclude': command({
    title: 'Conclude on a clause or a control of Annex A; it says nothing about any criterion of SOC 2',
    params: z.strictObject({
      ...edition,
      requirementId: RequirementId,
      outcome: IsoOutcome,
      reasoning: Reason,
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'iso.requirement_not_found', 'iso.not_applicable', 'iso.nothing_performed'],
  }),
  'iso.removeConclusion': command({
    title: 'Take back the conclusion on a clause or a control of Annex A',
    params: z.strictObject({ ...edition, requirementId: RequirementId, reason: Reason }),
    result: Nothing,
    errors: ['engagement.not_found', 'iso.requirement_not_found'],
  }),
  'iso.export': job({
    title: 'Write the statement of applicability and the conclusions as a workbook or CSV',
    params: z.strictObject({ ...edition, ...sheetParams }),
    result: z.object({ requirements: z.int(), sha256: Sha256 }),
    errors: ['engagement.not_found', ...sheetErrors],
  }),
}
