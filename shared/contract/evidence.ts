import { z } from 'zod'
import { job, query } from './define.ts'
import { FileRef, Id, Instant, PlainDate, Sha256 } from './values.ts'

export const EvidenceTarget = z.strictObject({
  entity: z.enum([
    'engagement',
    'control',
    'population',
    'procedure',
    'walkthrough',
    'sampleItem',
    'deviation',
    'result',
    'request',
  ]),
  id: Id,
})

export const Evidence = z.object({
  evidenceId: Id,
  name: z.string(),
  sha256: Sha256,
  size: z.int(),
  mediaType: z.string(),
  /** The day that it proves something about. */
  effectiveOn: PlainDate.nullable(),
  receivedFrom: z.string().nullable(),
  importedAt: Instant,
  importedBy: z.string(),
  targets: z.array(EvidenceTarget),
})
export type Evidence = z.infer<typeof Evidence>

export const evidenceContract = {
  'evidence.attach': job({
    title: 'Keep a file as evidence, encrypted, and link it to a paper',
    params: z.strictObject({
      target: EvidenceTarget,
      file: FileRef,
      effectiveDate: PlainDate.optional(),
      receivedFrom: z.string().trim().max(500).optional(),
    }),
    result: z.object({ evidenceId: Id, sha256: Sha256, alreadyUsedFor: z.array(EvidenceTarget) }),
    errors: [
      'evidence.target_not_found',
      'file.unreadable',
      'file.not_regular',
      'blob.changed_while_reading',
      'disk.full',
      'disk.removed',
    ],
  }),
  'evidence.list': query({
    title: 'The evidence of an engagement or of one paper',
    params: z.strictObject({ engagementId: Id, target: EvidenceTarget.optional() }),
    result: z.object({ evidence: z.array(Evidence) }),
    errors: ['engagement.not_found'],
  }),
}
