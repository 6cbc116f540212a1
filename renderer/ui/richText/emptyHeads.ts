import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A head of a table that says nothing yet is a cell for whoever hears the table: a head without words would name its column. */
export const EmptyHeads = Extension.create({
  name: 'emptyHeads',
  addProseMirrorPlugins: () => [
    new Plugin({ props: { decorations: ({ doc }) => DecorationSet.create(doc, emptyHeadsIn(doc)) } }),
  ],
})

function emptyHeadsIn(document: Node): Decoration[] {
  const found: Decoration[] = []
  document.descendants((node, place) => {
    if (node.type.name === 'tableHeader' && node.textContent.trim() === '' && !hasReference(node)) {
      found.push(Decoration.node(place, place + node.nodeSize, { role: 'cell' }))
    }
    return !node.isTextblock
  })
  return found
}

/** A reference has its words in its label, not in a text. */
function hasReference(node: Node): boolean {
  let found = false
  node.descendants(({ isAtom, isInline, isText }) => {
    found ||= isAtom && isInline && !isText
    return !found
  })
  return found
}
