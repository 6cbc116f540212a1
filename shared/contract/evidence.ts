import { z } from 'zod'
import { command, job, query } from './define.ts'
import { evidencePreviewContract } from './evidencePreview.ts'
import { FileRef, Id, Instant, Line, Nothing, PlainDate, Prose, Reason, Sha256 } from './values.ts'

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
    'subserviceReport',
    'letter',
    'narrative',
    'descriptionCriterion',
    'addendum',
  ]),
  /** Of a result: procedure, sample item and attribute letter with `:` between them; the cell need not have an outcome yet. */
  id: Id,
})
export type EvidenceTarget = z.infer<typeof EvidenceTarget>

/** Where a file came from. */
export const EvidenceOrigin = z.enum(['client', 'system', 'observed', 'auditor', 'third_party'])
export type EvidenceOrigin = z.infer<typeof EvidenceOrigin>

/**
 * What is worth a question: the same bytes support more than one item; the day it proves something about is outside of the
 * period; it is empty; no paper rests on it.
 */
export const EvidenceFlag = z.enum([
  'same_file_for_other_items',
  'same_as_prior_period',
  'outside_period',
  'empty',
  'not_linked',
])
export type EvidenceFlag = z.infer<typeof EvidenceFlag>

export const Evidence = z.object({
  evidenceId: Id,
  engagementId: Id,
  name: z.string(),
  sha256: Sha256,
  size: z.int(),
  mediaType: z.string(),
  /** The day that it proves something about. */
  effectiveOn: PlainDate.nullable(),
  /** The day on which it was made: a screenshot taken, a report run. */
  capturedOn: PlainDate.nullable(),
  /** The day on which the client handed it over. */
  receivedOn: PlainDate.nullable(),
  importedAt: Instant,
  importedBy: z.string(),
  receivedFrom: z.string().nullable(),
  origin: EvidenceOrigin.nullable(),
  note: z.string().nullable(),
  /** The evidence whose pages this one shows with parts blacked out. */
  redactedFrom: Id.nullable(),
  targets: z.array(EvidenceTarget.extend({ words: z.string() })),
  flags: z.array(EvidenceFlag),
})
export type Evidence = z.infer<typeof Evidence>

/** What may be said of a file; `null` takes it back. */
const facts = {
  capturedOn: PlainDate.nullish(),
  receivedOn: PlainDate.nullish(),
  receivedFrom: z.string().trim().max(500).nullish(),
  origin: EvidenceOrigin.nullish(),
  note: Prose.nullish(),
}

const attachErrors = [
  'evidence.target_not_found',
  'file.unreadable',
  'file.not_regular',
  'blob.changed_while_reading',
  'disk.full',
  'disk.removed',
] as const

/** A file that was kept. */
const Attached = z.object({ evidenceId: Id, sha256: Sha256, alreadyUsedFor: z.array(EvidenceTarget) })

/** Files that were kept, and those that could not be read. */
export const AttachedFiles = z.object({
  attached: z.array(Attached.extend({ name: z.string(), size: z.int() })),
  refused: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })),
})

export const evidenceContract = {
  'evidence.attach': job({
    title: 'Keep a file as evidence, encrypted, and link it to a paper',
    params: z.strictObject({ target: EvidenceTarget, file: FileRef, effectiveDate: PlainDate.optional(), ...facts }),
    result: Attached,
    errors: [...attachErrors],
  }),
  'evidence.attachAll': job({
    title: 'Keep several files as evidence of one paper at once; those that cannot be read are named, the others taken',
    params: z.strictObject({
      target: EvidenceTarget,
      files: z.array(FileRef).min(1).max(2000),
      effectiveDate: PlainDate.optional(),
      ...facts,
    }),
    result: AttachedFiles,
    errors: ['evidence.target_not_found', 'disk.full', 'disk.removed'],
  }),
  'evidence.attachImage': job({
    title: 'Keep a pasted picture as evidence; with the evidence that it was made of, as its redaction',
    params: z.strictObject({
      target: EvidenceTarget,
      name: Line,
      /** A PNG, in base64 for the headless host. */
      png: z.union([z.instanceof(Uint8Array), z.base64()]),
      redactedFrom: Id.optional(),
      effectiveDate: PlainDate.optional(),
      ...facts,
    }),
    result: Attached,
    errors: ['evidence.target_not_found', 'evidence.not_found', 'evidence.not_an_image', 'disk.full', 'disk.removed'],
  }),
  'evidence.describe': command({
    title: 'Say what is known of a file: its dates, its origin, a note',
    params: z.strictObject({ evidenceId: Id, name: Line.optional(), effectiveOn: PlainDate.nullish(), ...facts }),
    result: Nothing,
    errors: ['evidence.not_found'],
  }),
  'evidence.link': command({
    title: 'Let a file support one more paper',
    params: z.strictObject({ evidenceId: Id, target: EvidenceTarget }),
    result: Nothing,
    errors: ['evidence.not_found', 'evidence.target_not_found'],
  }),
  'evidence.unlink': command({
    title: 'Let a file no longer support a paper; the file stays in the register',
    params: z.strictObject({ evidenceId: Id, target: EvidenceTarget, reason: Reason }),
    result: Nothing,
    errors: ['evidence.not_found', 'evidence.not_linked'],
  }),
  'evidence.remove': command({
    title: 'Hide a file that was attached by mistake, with its links; its history stays',
    params: z.strictObject({ evidenceId: Id, reason: Reason }),
    result: Nothing,
    errors: ['evidence.not_found', 'evidence.is_source'],
  }),
  'evidence.get': query({
    title: 'One file, with what else holds the same bytes',
    params: z.strictObject({ evidenceId: Id }),
    result: z.object({ evidence: Evidence, sameFile: z.array(Evidence) }),
    errors: ['evidence.not_found'],
  }),
  'evidence.list': query({
    title: 'The evidence of an engagement or of one paper',
    params: z.strictObject({ engagementId: Id, target: EvidenceTarget.optional() }),
    result: z.object({ evidence: z.array(Evidence) }),
    errors: ['engagement.not_found'],
  }),
  'evidence.save': job({
    title: 'Write the exact bytes of a file to a place outside of the store; their SHA-256 is checked on the way',
    params: z.strictObject({ evidenceId: Id, file: FileRef }),
    result: z.object({ sha256: Sha256, bytes: z.int() }),
    errors: ['evidence.not_found', 'blob.missing', 'blob.damaged', 'file.unwritable', 'disk.full', 'disk.removed'],
  }),
  'evidence.verify': job({
    title: 'Read every file of an engagement and compare its SHA-256; those that are damaged or missing are named',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({
      files: z.int(),
      bytes: z.int(),
      damaged: z.array(z.object({ evidenceId: Id, name: z.string(), code: z.string(), message: z.string() })),
    }),
    errors: ['engagement.not_found'],
  }),
  ...evidencePreviewContract,
}
