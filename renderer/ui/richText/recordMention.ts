import { mergeAttributes, Node } from '@tiptap/core'
import { isRecordKind } from '../../../shared/record/record.ts'

/** The name of a reference to a record among the nodes of an editor. */
export const recordMentionName = 'recordMention'

/**
 * A reference to a record while a text is written: one thing, which is removed as a whole. Its label is how it reads here; what is
 * kept is its token. Pasted from elsewhere it is one only where it names a kind of record.
 */
export const RecordMention = Node.create({
  name: recordMentionName,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    const kept = (name: string) => ({
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
      renderHTML: (attributes: Record<string, string>) => ({ [`data-${name}`]: attributes[name] ?? '' }),
    })
    return { kind: kept('kind'), id: kept('id'), label: kept('label') }
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-kind][data-id]',
        getAttrs: (element) => (isRecordKind(element.getAttribute('data-kind') ?? '') ? null : false),
      },
    ]
  },
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'record-mention' }), String(node.attrs['label'])]
  },
  renderText: ({ node }) => String(node.attrs['label']),
})
