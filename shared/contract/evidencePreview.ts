import { z } from 'zod'
import { command, job, query } from './define.ts'
import { Id, Instant, Nothing } from './values.ts'

/** What a file shows without leaving the window, by its bytes and never by its name. Nothing in it is run. */
export const EvidencePreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), width: z.int(), height: z.int() }),
  z.object({ kind: z.literal('pdf') }),
  z.object({ kind: z.literal('text'), text: z.string(), encoding: z.string(), isWhole: z.boolean() }),
  z.object({
    kind: z.literal('table'),
    header: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    hiddenSheets: z.array(z.string()),
  }),
  z.object({ kind: z.literal('none'), because: z.string() }),
])
export type EvidencePreview = z.infer<typeof EvidencePreview>

/** What is drawn over a page. */
export const MarkShape = z.enum(['rectangle', 'ellipse', 'arrow', 'tick', 'note'])
export const MarkColour = z.enum(['red', 'blue', 'green', 'orange'])

const Share = z.number().min(0).max(1)

/** Where a mark is, in shares of the page's width and height. An arrow runs from its corner by its extent, which may be negative. */
const place = {
  page: z.int().min(1).max(1_000_000),
  shape: MarkShape,
  x: Share,
  y: Share,
  width: z.number().min(-1).max(1),
  height: z.number().min(-1).max(1),
  text: z.string().max(2000),
  colour: MarkColour,
}

/** A mark or note over a page; the file itself is never changed. */
export const EvidenceMark = z.object({ markId: Id, ...place, by: z.string(), at: Instant })
export type EvidenceMark = z.infer<typeof EvidenceMark>

export const evidencePreviewContract = {
  'evidence.preview': job({
    title: 'What a file shows: a picture, pages, text, or the first rows of a table',
    params: z.strictObject({ evidenceId: Id, sheet: z.string().max(500).optional() }),
    result: EvidencePreview,
    errors: ['evidence.not_found', 'blob.missing', 'blob.damaged', 'disk.removed'],
  }),
  'evidence.bytes': query({
    title: 'A part of a file, for a preview that draws it',
    params: z.strictObject({
      evidenceId: Id,
      start: z.int().min(0),
      length: z
        .int()
        .min(0)
        .max(8 * 1024 * 1024),
    }),
    result: z.object({ bytes: z.instanceof(Uint8Array), size: z.int() }),
    errors: ['evidence.not_found', 'evidence.no_such_part', 'blob.missing', 'blob.damaged'],
  }),
  'evidence.mark': command({
    title: 'Draw a mark or a note over a page, or change one',
    params: z.union([
      z.strictObject({ evidenceId: Id, ...place }),
      /** Only what is given changes, so that two changes made at once do not take each other back. */
      z.strictObject({ evidenceId: Id, markId: Id, ...z.strictObject(place).partial().shape }),
    ]),
    result: z.object({ markId: Id }),
    errors: ['evidence.not_found', 'evidence.mark_not_found'],
  }),
  'evidence.unmark': command({
    title: 'Take a mark away; its history stays',
    params: z.strictObject({ markId: Id }),
    result: Nothing,
    errors: ['evidence.mark_not_found'],
  }),
  'evidence.marks': query({
    title: 'The marks over the pages of a file',
    params: z.strictObject({ evidenceId: Id }),
    result: z.object({ marks: z.array(EvidenceMark) }),
    errors: ['evidence.not_found'],
  }),
}
