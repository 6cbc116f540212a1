import type { JSONContent } from '@tiptap/react'
import type { RichText } from '../../../shared/contract/richText.ts'
import { isRecordKind, recordName } from '../../../shared/record/record.ts'
import { partsOf, tokenOf } from '../../../shared/record/token.ts'
import { recordMentionName } from './recordMention.ts'

/** A node as an editor gives and takes it. */
type EditorNode = {
  type?: string | undefined
  text?: string | undefined
  attrs?: Record<string, unknown> | undefined
  marks?: unknown[] | undefined
  content?: EditorNode[] | undefined
}

/** How references read in an editor, by the name of the record. */
export type MentionLabels = ReadonlyMap<string, string>

/**
 * Rich text as the editor takes it: its type of a node does not tell a field that is missing from one that is not there.
 * @param labels of the records that the text points at; without them its tokens stay text
 */
export function editorContentOf(value: RichText, labels: MentionLabels | null): JSONContent {
  return (labels === null ? value : withMentions(value, labels)) as JSONContent
}

function withMentions(node: EditorNode, labels: MentionLabels): EditorNode {
  const { content } = node
  if (content === undefined) return node
  return {
    ...node,
    content: content.flatMap((inner) =>
      inner.type === 'text' ? mentionsIn(inner, labels) : withMentions(inner, labels),
    ),
  }
}

function mentionsIn(node: EditorNode, labels: MentionLabels): EditorNode[] {
  return partsOf(node.text ?? '').map((part) => {
    if (typeof part === 'string') return { ...node, text: part }
    const label = labels.get(recordName(part)) ?? part.id
    const { text: _text, ...rest } = node
    return { ...rest, type: recordMentionName, attrs: { kind: part.kind, id: part.id, label } }
  })
}

/**
 * The document of an editor as rich text: attributes that say nothing are left out, and references are tokens of its texts. The
 * engine checks every field of it. The cast is the border to the editor, whose nodes have no types of their own.
 */
export function richTextOf(document: EditorNode): RichText {
  return kept(document) as RichText
}

function kept(node: EditorNode): EditorNode {
  if (node.type === recordMentionName) return tokenText(node)
  const { attrs, content, ...rest } = node
  const said = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return {
    ...rest,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(content === undefined ? {} : { content: joined(content.map(kept)) }),
  }
}

function tokenText({ attrs = {}, marks }: EditorNode): EditorNode {
  const { kind, id, label } = attrs
  const isRecord = typeof kind === 'string' && isRecordKind(kind) && typeof id === 'string' && id !== ''
  const text = isRecord ? tokenOf({ kind, id }) : typeof label === 'string' && label !== '' ? label : '…'
  return { type: 'text', text, ...(marks === undefined ? {} : { marks }) }
}

/** Texts beside each other that look alike are one: a document that says the same is kept the same. */
function joined(nodes: EditorNode[]): EditorNode[] {
  const one: EditorNode[] = []
  for (const node of nodes) {
    const last = one.at(-1)
    if (last !== undefined && looksAlike(last, node)) {
      one[one.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else one.push(node)
  }
  return one
}

const looksAlike = (one: EditorNode, other: EditorNode): boolean =>
  one.type === 'text' && other.type === 'text' && JSON.stringify(one.marks) === JSON.stringify(other.marks)
