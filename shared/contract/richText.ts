import { z } from 'zod'

/**
 * Rich text as ProseMirror writes it: paragraphs, headings, lists, quotes and tables with bold, italic and underlined words.
 * There are no links, pictures or other references to anything outside. The nesting is fixed, so that no text from outside
 * can be deeper than what a page shows.
 */
const Mark = z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) })

const Inline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(50_000),
    marks: z.array(Mark).max(3).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
export type Inline = z.infer<typeof Inline>

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline).max(2000).optional() })

const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(4) }),
  content: z.array(Inline).max(2000).optional(),
})

const TextBlock = z.discriminatedUnion('type', [Paragraph, Heading])

/** The two kinds of list over the blocks that an item may hold. */
function listsOf<B extends z.ZodType>(block: B) {
  const item = z.strictObject({ type: z.literal('listItem'), content: z.array(block).min(1).max(500) })
  const content = z.array(item).min(1).max(1000)
  return [
    z.strictObject({ type: z.literal('bulletList'), content }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ start: z.int().min(0).max(1_000_000), type: z.null().optional() }).optional(),
      content,
    }),
  ] as const
}

const InnerItemBlock = z.union([TextBlock, ...listsOf(TextBlock)])
const ItemBlock = z.union([TextBlock, ...listsOf(InnerItemBlock)])

const cellAttributes = z
  .strictObject({
    colspan: z.int().min(1).max(100),
    rowspan: z.int().min(1).max(1000),
    colwidth: z.array(z.int().min(0).max(10_000)).max(100).nullable(),
  })
  .partial()

const Cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttributes.optional(),
  content: z.array(InnerItemBlock).min(1).max(100),
})

const Table = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).max(100) }))
    .min(1)
    .max(1000),
})

const Quote = z.strictObject({ type: z.literal('blockquote'), content: z.array(ItemBlock).min(1).max(500) })

const Block = z.union([TextBlock, ...listsOf(ItemBlock), Quote, Table])

export const RichText = z.strictObject({ type: z.literal('doc'), content: z.array(Block).max(5000) })
export type RichText = z.infer<typeof RichText>
export type RichBlock = RichText['content'][number]
