import { z } from 'zod'
import { longestAnswer } from '../request/answerRows.ts'
import { command, job, query } from './define.ts'
import { PopulationCheck } from './population.ts'
import { Attribute } from './procedure.ts'
import { requestRegisterContract } from './requestRegister.ts'
import { tableErrors } from './table.ts'
import { sheetErrors, sheetParams } from './sheet.ts'
import { FileRef, Id, Instant, Line, Nothing, PlainDate, Reason, Sha256 } from './values.ts'

export const RequestStatus = z.enum(['open', 'received', 'closed'])
/** What the client should bring first. */
export const RequestPriority = z.enum(['high', 'medium', 'low'])
export type RequestPriority = z.infer<typeof RequestPriority>

const RequestKind = z.enum(['sample', 'check', 'other'])

/** Something that the client was asked for: the items of a sample, an explanation of what a check found, anything else. */
export const Request = z.object({
  requestId: Id,
  /** `REQ-3`, counted per engagement. */
  ref: z.string(),
  kind: RequestKind,
  title: z.string(),
  text: z.string(),
  dueOn: PlainDate.nullable(),
  /** Who at the client brings it. */
  owner: z.string().nullable(),
  priority: RequestPriority.nullable(),
  /** The day on which the client got it, where somebody said so. */
  sentOn: PlainDate.nullable(),
  status: RequestStatus,
  sampleId: Id.nullable(),
  populationId: Id.nullable(),
  controlId: Id.nullable(),
  check: PopulationCheck.nullable(),
  /** What it is about, in words: the sample's control and population, the population, or the control. */
  subject: z.string().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  /** When the last answer was recorded, of a request that has them all. */
  receivedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  closedBecause: z.string().nullable(),
  reopenedBecause: z.string().nullable(),
  /** Items asked for, and those of them that have an answer; a request without items is one. */
  asked: z.int(),
  answered: z.int(),
})
export type Request = z.infer<typeof Request>

const ListedRequest = Request.extend({
  /** Days since the client was asked, until the request was done. */
  ageDays: z.int(),
  overdue: z.boolean(),
})
export type ListedRequest = z.infer<typeof ListedRequest>

/** What the client said to one item. */
export const RequestAnswer = z.object({
  answer: z.string(),
  /** Name of the file, or the link, that the client gave. */
  reference: z.string(),
  providedOn: PlainDate.nullable(),
  note: z.string(),
  importedFrom: z.string().nullable(),
  by: z.string(),
  at: Instant,
})
export type RequestAnswer = z.infer<typeof RequestAnswer>

const RequestItem = z.object({
  sampleItemId: Id,
  order: z.int(),
  itemId: z.string(),
  date: PlainDate.nullable(),
  stratum: z.string().nullable(),
  /** Cells of the columns that the request shows. */
  cells: z.array(z.string()),
  /** Why the item no longer counts, where it was replaced. */
  replacedBecause: z.string().nullable(),
  answer: RequestAnswer.nullable(),
})
export type RequestItem = z.infer<typeof RequestItem>

/** An attribute by its procedure and letter. */
const AttributeChoice = z.strictObject({ procedureId: Id, letter: Attribute.shape.letter })

/** A row of a file that was not taken, and why. */
const UnmatchedRow = z.object({ row: z.int(), itemId: z.string(), reason: z.string() })

const SaidText = z.string().trim().max(longestAnswer)

const said = {
  answer: SaidText.optional(),
  reference: SaidText.optional(),
  providedOn: PlainDate.nullable().optional(),
  note: SaidText.optional(),
}

export const requestContract = {
  'request.create': command({
    title: 'Ask the client for something',
    params: z.strictObject({
      engagementId: Id,
      kind: z.enum(['check', 'other']),
      title: Line,
      text: Reason,
      dueOn: PlainDate.optional(),
      owner: Line.optional(),
      priority: RequestPriority.optional(),
      populationId: Id.optional(),
      check: PopulationCheck.optional(),
      /** The control that it is about. */
      controlId: Id.optional(),
    }),
    result: z.object({ requestId: Id, ref: z.string() }),
    errors: ['engagement.not_found', 'population.not_found', 'control.not_found'],
  }),
  'request.fromSample': command({
    title: 'Ask the client for what the items of a sample are tested with',
    params: z.strictObject({
      sampleId: Id,
      title: Line.optional(),
      text: Reason.optional(),
      dueOn: PlainDate.optional(),
      owner: Line.optional(),
      priority: RequestPriority.optional(),
      /** Columns of the population that the list shows beside id, date and stratum. */
      columns: z.array(z.string()).max(100).optional(),
      /** Attributes to bring evidence for; without these all that are tested, also those that are written later. */
      attributes: z.array(AttributeChoice).max(200).optional(),
    }),
    result: z.object({ requestId: Id, ref: z.string() }),
    errors: ['sample.not_found', 'request.unknown_column', 'request.unknown_attribute'],
  }),
  'request.update': command({
    title: 'Change the words of a request, its due date, its priority, who brings it, or when it was sent',
    params: z.strictObject({
      requestId: Id,
      title: Line.optional(),
      text: Reason.optional(),
      dueOn: PlainDate.nullable().optional(),
      sentOn: PlainDate.nullable().optional(),
      owner: Line.nullable().optional(),
      priority: RequestPriority.nullable().optional(),
    }),
    result: Nothing,
    errors: ['request.not_found', 'request.closed'],
  }),
  'request.answer': command({
    title: 'Record what the client said, to a request or to items of its sample',
    params: z.strictObject({
      requestId: Id,
      answers: z
        .array(z.strictObject({ sampleItemId: Id.optional(), ...said }))
        .min(1)
        .max(20_000),
    }),
    result: Nothing,
    errors: ['request.not_found', 'request.closed', 'request.item_not_found'],
  }),
  'request.close': command({
    title: 'Close a request, with the reason',
    params: z.strictObject({ requestId: Id, reason: Reason }),
    result: Nothing,
    errors: ['request.not_found', 'request.closed'],
  }),
  'request.reopen': command({
    title: 'Open a closed request again, with the reason',
    params: z.strictObject({ requestId: Id, reason: Reason }),
    result: Nothing,
    errors: ['request.not_found', 'request.not_closed'],
  }),
  'request.remove': command({
    title: 'Hide a request that has no answer; its history stays',
    params: z.strictObject({ requestId: Id }),
    result: Nothing,
    errors: ['request.not_found', 'request.has_answers'],
  }),
  'request.list': query({
    title: 'The requests of an engagement, those due first before others, and of one day those of higher priority',
    params: z.strictObject({
      engagementId: Id,
      /** The day on which ages are counted, and what is overdue. */
      today: PlainDate,
      status: z.enum([...RequestStatus.options, 'overdue']).optional(),
      kind: RequestKind.optional(),
      priority: RequestPriority.optional(),
      ref: z.string().max(50).optional(),
      sampleId: Id.optional(),
      controlId: Id.optional(),
    }),
    result: z.object({
      requests: z.array(ListedRequest),
      /** Requests of the engagement, whatever was asked for; those that are overdue are open too. */
      counts: z.object({ open: z.int(), overdue: z.int(), received: z.int(), closed: z.int() }),
    }),
    errors: ['engagement.not_found'],
  }),
  'request.get': query({
    title: 'One request with its items and what the client said to them',
    params: z.strictObject({ requestId: Id }),
    result: Request.extend({
      engagementId: Id,
      /** Columns of the population that the items show. */
      columns: z.array(z.string()),
      /** What is tested on every item, by letter, so that the client knows what to bring. */
      attributes: z.array(z.object({ controlRef: z.string(), letter: z.string(), text: z.string() })),
      items: z.array(RequestItem),
      /** What was said to a request without items. */
      answer: RequestAnswer.nullable(),
    }),
    errors: ['request.not_found'],
  }),
  'request.answersOfSample': query({
    title: 'What the client said to the items of a sample, newest request first',
    params: z.strictObject({ sampleId: Id }),
    result: z.object({
      answers: z.array(RequestAnswer.extend({ sampleItemId: Id, requestId: Id, ref: z.string() })),
    }),
    errors: ['sample.not_found'],
  }),
  'request.export': job({
    title: 'Write the items of a request with columns for the answers, as XLSX or CSV',
    params: z.strictObject({ requestId: Id, ...sheetParams }),
    result: z.object({ items: z.int(), sha256: Sha256 }),
    errors: ['request.not_found', 'request.no_items', ...sheetErrors],
  }),
  ...requestRegisterContract,
  'request.import': job({
    title:
      'Take the answers of a list that came back; rows that do not match are named, and differing answers not replaced',
    params: z.strictObject({
      requestId: Id,
      file: FileRef,
      /** Sheet of the workbook; without it the one that a list is written to, else the first. */
      sheet: z.string().max(500).optional(),
      /** Replace answers that are recorded already. */
      overwrite: z.boolean().default(false),
      /** Only tell what would happen. */
      dryRun: z.boolean().default(false),
    }),
    result: z.object({
      matched: z.int(),
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      unmatched: z.array(UnmatchedRow),
      /** Answers that differ from the recorded ones; replaced only if asked to. */
      differing: z.array(z.object({ itemId: z.string(), recorded: z.string(), found: z.string() })),
      /** Items that still have no answer. */
      missing: z.array(z.string()),
      /** Columns that the list did not have; nothing is taken from them. */
      otherColumns: z.array(z.string()),
    }),
    errors: [
      ...tableErrors,
      'request.not_found',
      'request.closed',
      'request.no_items',
      'request.no_key_column',
      'request.no_answer_column',
      'request.other_request',
      'table.too_many_rows',
    ],
  }),
}
