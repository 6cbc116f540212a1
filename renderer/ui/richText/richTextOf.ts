import type { JSONContent } from '@tiptap/react'
import type { RichText } from '../../../shared/contract/richText.ts'

/** A node as an editor gives it. */
type EditorNode = {
  type?: string | undefined
  attrs?: Record<string, unknown> | undefined
  content?: EditorNode[] | undefined
}

/** Rich text as the editor takes it: its type of a node does not tell a field that is missing from one that is not there. */
export const editorContentOf = (value: RichText): JSONContent => value as JSONContent

/**
 * The document of an editor as rich text: attributes that say nothing are left out. The engine checks every field of it.
 * The cast is the border to the editor, whose nodes have no types of their own.
 */
export function richTextOf(document: EditorNode): RichText {
  return withoutEmpty(document) as RichText
}

function withoutEmpty({ attrs, content, ...node }: EditorNode): EditorNode {
  const said = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return {
    ...node,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(content === undefined ? {} : { content: content.map(withoutEmpty) }),
  }
}
