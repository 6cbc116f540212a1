import { z } from 'zod'
import { command, job, query } from './define.ts'
import { DifferencePiece } from './difference.ts'
import { toPrint } from './print.ts'
import { RichText } from './richText.ts'
import { FileRef, Id, Instant, Line, Nothing, Prose, Sha256 } from './values.ts'

export const SectionKey = z.enum(['auditorsReport', 'assertion', 'description', 'tests', 'other'])

/** Where something that is left to be written is settled: a screen, or a part of the screen of the report. */
const ReportPlace = z.enum(['letters', 'choices', 'description', 'conclusions', 'gates'])
export type ReportPlace = z.infer<typeof ReportPlace>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.object({
    kind: z.literal('paragraph'),
    text: z.string(),
    tone: z.enum(['sample', 'unaudited', 'draft', 'signature']).optional(),
    place: ReportPlace.optional(),
  }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(z.object({ head: z.string(), share: z.number() })),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal('rich'), content: RichText.shape.content }),
])

const Section = z.object({ key: SectionKey, number: z.string(), title: z.string(), blocks: z.array(Block) })

export const ReportTree = z.object({
  client: z.string(),
  title: z.string(),
  subtitle: z.string(),
  firm: z.string(),
  author: z.string(),
  sections: z.array(Section),
})

/** What of the report does not agree with the papers, or has to be written yet. */
export const ReportProblem = z.object({
  code: z.enum([
    'deviation_not_in_report',
    'deviation_not_in_papers',
    'deviation_not_described',
    'numbers_differ',
    'control_without_criterion',
    'criterion_without_control',
    'draft_text',
    'letter',
  ]),
  text: z.string(),
  section: SectionKey,
  /** The paper to go to. */
  target: z.object({ entity: z.enum(['control', 'deviation', 'procedure', 'letter', 'criterion']), id: Id }).nullable(),
  /** Where to settle it, of what no single paper settles. */
  place: ReportPlace.optional(),
})
export type ReportProblem = z.infer<typeof ReportProblem>

const sectionKeys = 5

export const ReportSettingsParams = z.strictObject({
  firmName: z.string().trim().max(500),
  firmPlace: z.string().trim().max(500),
  /** Author that the properties of written files name; without it the firm. */
  author: z.string().trim().max(500),
  sectionOrder: z
    .array(SectionKey)
    .length(sectionKeys)
    .refine((keys) => new Set(keys).size === sectionKeys, 'Each section once'),
  deviationWord: z.enum(['deviation', 'exception']),
  sampleSizes: z.enum(['with_deviations', 'always']),
  /** Wording of the auditor's report: the sample that ships, marked as one, until the firm adopts it. */
  auditorsWording: z.enum(['sample', 'adopted']).default('sample'),
})

export const ReportFormat = z.enum(['docx', 'pdf', 'html', 'xlsx'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** A report that left the store. */
const ReportExport = z.object({
  exportId: Id,
  format: ReportFormat,
  fileName: z.string(),
  /** Of the file. */
  sha256: Sha256,
  /** The template of the firm that it was written on, with its version. */
  template: z.string().nullable(),
  /** Where the journals of the engagement ended. */
  heads: z.array(z.object({ deviceId: z.string(), seq: z.int(), hash: Sha256, words: z.string() })),
  /** Nothing was written into the engagement since. */
  isCurrent: z.boolean(),
  by: z.string(),
  at: Instant,
})

/** What a report is held against. */
const OtherReport = z.union([
  z.strictObject({ engagementId: Id }),
  z.strictObject({ exportId: Id }),
  /** A report as a document or a page. */
  z.strictObject({ file: FileRef }),
])
export type OtherReport = z.infer<typeof OtherReport>

/** What differs in a section, passage by passage; none where both say the same. */
const SectionDifference = z.object({
  key: SectionKey,
  title: z.string(),
  passages: z.array(z.array(DifferencePiece)),
})
export type SectionDifference = z.infer<typeof SectionDifference>

/** A template of the firm for a report as a document. */
const Template = z.object({
  templateId: Id,
  name: z.string(),
  version: z.int(),
  sha256: Sha256,
  size: z.int(),
  fields: z.array(z.string()),
  savedBy: z.string(),
  savedAt: Instant,
  retired: z.boolean(),
})

/** What a field of a template is filled with. */
const FieldMeaning = z.object({ name: z.string(), meaning: z.string() })

const writeErrors = ['file.unwritable', 'disk.full', 'disk.removed'] as const
const templateErrors = [
  'file.unreadable',
  'file.not_regular',
  'report.template_not_a_document',
  'report.template_too_large',
  'report.template_has_macros',
  'report.template_reaches_out',
  'report.template_unknown_fields',
  'report.template_missing_fields',
] as const

export const reportContract = {
  'report.document': query({
    title: 'The report as the papers make it, section by section, with what does not agree or is not written yet',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ document: ReportTree, problems: z.array(ReportProblem) }),
    errors: ['engagement.not_found'],
  }),
  'report.check': query({
    title:
      'Whether the report says what the papers say: every deviation, every number, the letters; and what is a draft',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ problems: z.array(ReportProblem) }),
    errors: ['engagement.not_found'],
  }),
  'report.export': job({
    title: 'Write the report as a document, a page, or section IV as a workbook; PDF is written in the window',
    params: z.strictObject({
      engagementId: Id,
      format: ReportFormat,
      file: FileRef,
      /** A template of the firm, of a document; without it the one that ships. */
      templateId: Id.optional(),
    }),
    result: z.object({ file: z.string(), sha256: Sha256, exportId: Id }),
    errors: [
      'engagement.not_found',
      'report.pdf_needs_window',
      'report.template_not_found',
      'xlsx.text_too_long',
      'blob.missing',
      'blob.damaged',
      ...writeErrors,
    ],
  }),
  'report.exports': query({
    title: 'The reports of an engagement that left this store, latest first: what, when, by whom, and of which papers',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ exports: z.array(ReportExport) }),
    errors: ['engagement.not_found'],
  }),
  'report.difference': job({
    title: "What the report says and another one did not, word by word: last year's, one that was exported, or a file",
    params: z.strictObject({ engagementId: Id, against: OtherReport }),
    result: z.object({ sections: z.array(SectionDifference) }),
    errors: [
      'engagement.not_found',
      'report.export_not_found',
      'report.not_readable',
      'file.unreadable',
      'file.not_regular',
      'file.too_large',
      'disk.removed',
      'docx.not_a_document',
      'docx.too_large',
      'docx.hostile',
      'blob.missing',
      'blob.damaged',
    ],
  }),
  'report.print': query({
    title: 'Prepare the report for the window to print, or to make a PDF of',
    params: z.strictObject({ engagementId: Id }),
    result: toPrint,
    errors: ['engagement.not_found'],
  }),
  'report.settings': query({
    title: "The firm's choices for its reports, with the versions before",
    params: Nothing,
    result: z.object({
      settings: ReportSettingsParams,
      /** Latest first; none where nothing was ever chosen. */
      versions: z.array(
        z.object({
          version: z.int(),
          settings: ReportSettingsParams,
          note: z.string(),
          savedBy: z.string(),
          savedAt: Instant,
        }),
      ),
    }),
  }),
  'report.saveSettings': command({
    title: "Save the firm's choices for its reports as their next version",
    params: z.strictObject({ settings: ReportSettingsParams, note: Prose.default('') }),
    result: z.object({ version: z.int(), saved: z.boolean() }),
  }),
  'report.templates': query({
    title: "The firm's templates, and the fields that a template may have",
    params: Nothing,
    result: z.object({ templates: z.array(Template), fields: z.array(FieldMeaning) }),
  }),
  'report.addTemplate': job({
    title: 'Take a DOCX as a template of the firm; one of a known name becomes its next version',
    params: z.strictObject({ file: FileRef, name: Line.optional() }),
    result: z.object({ templateId: Id, version: z.int(), fields: z.array(z.string()) }),
    errors: [...templateErrors, 'file.too_large', 'blob.changed_while_reading', 'disk.full', 'disk.removed'],
  }),
  'report.retireTemplate': command({
    title: 'Take a template out of use, or into use again; reports that were written with it stay',
    params: z.strictObject({ templateId: Id, retired: z.boolean() }),
    result: Nothing,
    errors: ['report.template_not_found'],
  }),
  'report.saveTemplate': job({
    title: 'Write a template to a file, or the one that ships, to make an own one from',
    params: z.strictObject({ templateId: Id.optional(), file: FileRef }),
    result: z.object({ sha256: Sha256 }),
    errors: ['report.template_not_found', 'blob.missing', 'blob.damaged', ...writeErrors],
  }),
}
